# shellcheck shell=bash
# The libraries of the Windows program, built from Debian's own sources into a prefix outside the tree. Sourced by
# tools/windows/build. One function a library; what stands in the prefix already is not built again.

target=x86_64-w64-mingw32
# In two lanes side by side, because configuring and single large files keep one core busy; in a lane each after what it needs.
lanes=('headers zlib freetype imgui pixman cairo fmt yaml' 'sdl sdl_image sodium icu sqlite harfbuzz pugixml')
# Debian's names of what they are made from; headers come with the packages that are installed.
sources=(fmtlib yaml-cpp pugixml sqlite3 libsodium freetype harfbuzz icu libsdl2 libsdl2-image imgui zlib cairo)
# Of these only what their makers gave is taken: not every mirror has Debian's changes to them, which are its packaging.
makers_own=(pixman)
cache=${FIRSTHAND_WINDOWS_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/firsthand-windows}
# The sources are everybody's; what is built of them belongs to this way of building it, so that two checkouts cannot disturb each other.
built=$cache/built-$(cat tools/windows/libraries.sh tools/windows/toolchain.cmake | sha256sum | cut -c1-12)
prefix=$built/prefix
jobs=$(nproc)
# No path of this machine gets into a program that others run.
cross_flags="-O2 -DNDEBUG -ffile-prefix-map=$cache=/libraries"
export FIRSTHAND_WINDOWS_PREFIX=$prefix PKG_CONFIG_LIBDIR=$prefix/lib/pkgconfig

# A cache may be older than a library that was added since.
missing_of() {
  local source
  for source; do compgen -G "$cache/src/$source-[0-9]*/" >/dev/null || printf '%s\n' "$source"; done
}

# The sources are there: everything else can be made again without a network.
cache_stands() { [ -f "$cache/done/sources" ] && [ -z "$(missing_of "${sources[@]}" "${makers_own[@]}")" ]; }

# Debian's sources, from wherever this machine has its packages, by a list of our own: the machine's list may name no sources,
# and stays as it is. In reverse order, so that the main archive comes before the security one, which may lack a source that both name.
fetch_sources() {
  local apt=$cache/apt
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$cache/src"
  apt-get indextargets --format 'deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(REPO_URI) $(RELEASE) $(COMPONENT)' \
    'Identifier: Packages' 'Component: main' 'Origin: Debian' | sort -ru >"$apt/sources.list"
  [ -s "$apt/sources.list" ] || die 'This machine has no list of Debian packages: run apt-get update once.'
  cat >"$apt/apt.conf" <<CONF
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "-";
Dir::State::lists "$apt/lists";
Dir::Cache "$apt/cache";
APT::Sandbox::User "root";
CONF
  heading 'Fetching the sources of the libraries from Debian'
  (
    cd "$cache/src"
    export APT_CONFIG=$apt/apt.conf
    apt-get -q update
    missing_of "${sources[@]}" | xargs -r apt-get -q source
    missing_of "${makers_own[@]}" | xargs -r -I{} sh -c 'apt-get -q source --tar-only {} && tar -xf {}_*.orig.tar.*[a-z2]'
  ) >"$cache/fetch.log" 2>&1 || { tail -20 "$cache/fetch.log" >&2; die "The sources could not be fetched (all of it in $cache/fetch.log)."; }
}

# source_of PATTERN: the unpacked folder.
source_of() {
  local found=("$cache"/src/$1/)
  [ -d "${found[0]}" ] || die "The source $1 was not unpacked into $cache/src."
  printf '%s' "${found[0]%/}"
}

# with_cmake FOLDER OPTION…
with_cmake() {
  local source=$1
  shift
  cmake -S "$source" -B "$work" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$root/tools/windows/toolchain.cmake" -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_C_FLAGS_RELEASE="$cross_flags" -DCMAKE_CXX_FLAGS_RELEASE="$cross_flags" -DCMAKE_INSTALL_PREFIX="$prefix" \
    -DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DBUILD_SHARED_LIBS=OFF "$@" &&
    cmake --build "$work" && cmake --install "$work"
}

# compile_to_archive NAME FLAGS -- FILE…: objects side by side, then one archive.
compile_to_archive() {
  local name=$1 flags=()
  shift
  while [ "$1" != -- ]; do flags+=("$1") && shift; done
  shift
  printf '%s\n' "$@" | xargs -P "$jobs" -I{} sh -c 'source=$1; shift; out=$(basename "$source").o; case $source in
    *.c) ccache '"$target"'-gcc-posix "$@" -c "$source" -o "$out" ;; *) ccache '"$target"'-g++-posix "$@" -c "$source" -o "$out" ;; esac' \
    compile {} $cross_flags "${flags[@]}" &&
    rm -f "$prefix/lib/lib$name.a" && "$target-ar" rcs "$prefix/lib/lib$name.a" ./*.o
}

# describe NAME VERSION LIBS [CFLAGS] [REQUIRES]: a pkg-config file.
describe() {
  printf 'prefix=%s\nName: %s\nDescription: for Firsthand\nVersion: %s\nRequires: %s\nLibs: -L${prefix}/lib %s\nCflags: -I${prefix}/include %s\n' \
    "$prefix" "$1" "$2" "${5:-}" "$3" "${4:-}" >"$prefix/lib/pkgconfig/$1.pc"
}

build_fmt() { with_cmake "$(source_of 'fmtlib-*')" -DFMT_TEST=OFF -DFMT_DOC=OFF; }
build_yaml() { with_cmake "$(source_of 'yaml-cpp-*')" -DYAML_CPP_BUILD_TESTS=OFF -DYAML_CPP_BUILD_TOOLS=OFF -DYAML_BUILD_SHARED_LIBS=OFF; }

build_pugixml() {
  local source
  source=$(source_of 'pugixml-*')
  cp "$source"/src/pugixml.hpp "$source"/src/pugiconfig.hpp "$prefix/include/" &&
    compile_to_archive pugixml -- "$source/src/pugixml.cpp" &&
    describe pugixml 1.13 -lpugixml
}

build_sqlite() {
  local source
  source=$(source_of 'sqlite3-*')
  "$source/configure" --disable-tcl >/dev/null && make sqlite3.c sqlite3.h &&
    cp sqlite3.h "$prefix/include/" && cp sqlite3.c amalgamation.c &&
    compile_to_archive sqlite3 -DSQLITE_THREADSAFE=1 -DSQLITE_WIN32_MAX_PATH_CHARS=4096 -DSQLITE_OMIT_LOAD_EXTENSION -DSQLITE_ENABLE_DBSTAT_VTAB -- amalgamation.c
}

build_sodium() {
  cp -r "$(source_of 'libsodium-*')/." . && autoreconf -fi &&
    ./configure --host="$target" --prefix="$prefix" --disable-shared --enable-static --disable-pie CC="ccache $target-gcc-posix" CFLAGS="$cross_flags" &&
    make -j "$jobs" && make install
}

build_zlib() {
  local source
  source=$(source_of 'zlib-*')
  cp "$source"/zlib.h "$source"/zconf.h "$prefix/include/" &&
    compile_to_archive z -I"$source" -- "$source"/{adler32,compress,crc32,deflate,inffast,inflate,inftrees,trees,uncompr,zutil}.c &&
    describe zlib 1.2.13 -lz
}

# With the same zlib as cairo: its own copy has the same names.
build_freetype() {
  with_cmake "$(source_of 'freetype-*')" -DFT_REQUIRE_ZLIB=ON -DFT_DISABLE_BZIP2=ON -DFT_DISABLE_PNG=ON -DFT_DISABLE_HARFBUZZ=ON -DFT_DISABLE_BROTLI=ON
}

build_harfbuzz() {
  local source
  source=$(source_of 'harfbuzz-*')
  mkdir -p "$prefix/include/harfbuzz" && cp "$source"/src/hb*.h "$prefix/include/harfbuzz/" &&
    compile_to_archive harfbuzz -DHAVE_PTHREAD=0 -I"$source/src" -- "$source/src/harfbuzz.cc" &&
    describe harfbuzz 6.0.0 -lharfbuzz "-I$prefix/include/harfbuzz"
}

# ICU's data as Debian's own library holds it: the source package has an older way of finding words in Thai and Burmese, and lines
# would end elsewhere than on Linux.
icu_data() {
  local library at section
  library=$(realpath "/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)/libicudata.so")
  at=$(readelf -sW "$library" | awk '$8 ~ /^icudt[0-9]+_dat/ { print $2; exit }')
  section=$(readelf -SW "$library" | sed -nE 's/.* \.rodata +PROGBITS +([0-9a-f]+) .*/\1/p')
  objcopy -O binary -j .rodata "$library" rodata.bin && tail -c "+$((0x$at - 0x$section + 1))" rodata.bin
}

# Of ICU only the common library, and of its data only what finds breaks and compares names: 4 MB of 31. The file's name
# goes into the data, and ICU finds nothing under another.
build_icu() {
  local source
  source=$(source_of 'icu-*')/source
  mkdir -p all && icu_data >all/icudt72l.dat &&
    /usr/sbin/icupkg -l all/icudt72l.dat | grep -Ev '^(brkitr/|ulayout\.icu|uemoji\.icu|nfkc_cf\.nrm|icuver\.res|pool\.res|root\.res|res_index\.res)' >unneeded.txt &&
    /usr/sbin/icupkg -r unneeded.txt all/icudt72l.dat icudt72l.dat &&
    printf '.section .rdata,"dr"\n.balign 16\n.globl icudt72_dat\nicudt72_dat:\n.incbin "icudt72l.dat"\n' >data.s &&
    "$target-as" data.s -o icu-data.o &&
    mkdir -p "$prefix/include/unicode" && cp "$source"/common/unicode/*.h "$prefix/include/unicode/" &&
    compile_to_archive icuuc -std=c++17 -DU_COMMON_IMPLEMENTATION -DU_STATIC_IMPLEMENTATION -I"$source/common" -- "$source"/common/*.cpp &&
    describe icu-uc 72.1 -licuuc -DU_STATIC_IMPLEMENTATION
}

# Without what listens to game devices. Its pkg-config file would rename our main and put a console away: both are ours to say.
build_sdl() {
  with_cmake "$(source_of 'libsdl2-[0-9]*')" -DSDL_SHARED=OFF -DSDL_STATIC=ON -DSDL_TEST=OFF -DSDL_CMAKE_DEBUG_POSTFIX= \
    -DSDL_JOYSTICK=OFF -DSDL_HAPTIC=OFF -DSDL_HIDAPI=OFF -DSDL_SENSOR=OFF &&
    sed -i -E 's/-Dmain=SDL_main//; s/-l(mingw32|SDL2main)//g; s/-mwindows//g' "$prefix/lib/pkgconfig/sdl2.pc"
}

build_sdl_image() {
  with_cmake "$(source_of 'libsdl2-image-*')" -DSDL2IMAGE_SAMPLES=OFF -DSDL2IMAGE_VENDORED=OFF -DSDL2IMAGE_BACKEND_STB=ON -DSDL2IMAGE_PNG=ON \
    -DSDL2IMAGE_SVG=ON -DSDL2IMAGE_AVIF=OFF -DSDL2IMAGE_JXL=OFF -DSDL2IMAGE_TIF=OFF -DSDL2IMAGE_WEBP=OFF -DSDL2IMAGE_JPG=OFF &&
    describe SDL2_image 2.6.3 -lSDL2_image '' sdl2
}

build_imgui() {
  local source
  source=$(source_of 'imgui-*')
  mkdir -p "$prefix/include/imgui" && cp "$source"/*.h "$prefix/include/imgui/" &&
    compile_to_archive imgui -I"$source" -- "$source"/imgui{,_draw,_tables,_widgets}.cpp &&
    describe imgui 1.86 '-limgui -limm32' "-I$prefix/include/imgui" freetype2
}

# with_configure PATTERN OPTION…: what its makers wrote for themselves. Without checks of bounds, for which another library would be needed.
with_configure() {
  local source
  source=$(source_of "$1")
  shift
  "$source/configure" --host="$target" --prefix="$prefix" --disable-shared --enable-static CC="ccache $target-gcc-posix" \
    CFLAGS="$cross_flags -Wp,-U_FORTIFY_SOURCE" CPPFLAGS="-I$prefix/include" LDFLAGS="-L$prefix/lib" "$@"
}

# It draws no dot here, but cairo does not build without it.
build_pixman() {
  with_configure 'pixman-*' --disable-openmp --disable-gtk --disable-libpng --disable-timers && make -j "$jobs" -C pixman install &&
    make install-pkgconfigDATA
}

# Pages of PDF with FreeType's fonts, and nothing else of it: no window, no picture file, no font of the system.
build_cairo() {
  with_configure 'cairo-*' --enable-pdf=yes --enable-ft=yes --enable-{xlib,xlib-xrender,xcb,xcb-shm,quartz,win32,win32-font,egl,glx,wgl,png,ps,svg,script,fc,gobject,interpreter,trace,gl,glesv2,tee,xml}=no \
    --disable-valgrind --disable-gtk-doc --without-x &&
    make -j "$jobs" -C src ACLOCAL=: AUTOCONF=: AUTOHEADER=: AUTOMAKE=: install
}

# Libraries that are headers only are the same for every system.
build_headers() {
  mkdir -p "$prefix/share/cmake" "$prefix/lib/cmake"
  cp -rL /usr/include/nlohmann /usr/include/CLI "$prefix/include/" &&
    cp -r /usr/share/cmake/nlohmann_json "$prefix/share/cmake/" && cp -r /usr/share/cmake/CLI11 "$prefix/share/cmake/"
}

# build_library NAME: once. The log stays; a failure shows its end.
build_library() {
  local start=$SECONDS log=$built/$1.log work=$built/work-$1
  [ ! -f "$built/$1.done" ] || return 0
  rm -rf "$work" && mkdir -p "$work"
  (cd "$work" && set -o pipefail && "build_$1") >"$log" 2>&1 || { tail -40 "$log" >&2; die "Building $1 for Windows failed (all of it in $log)."; }
  rm -rf "$work" && touch "$built/$1.done"
  say "built $1 ($(minutes_since "$start"))"
}

build_lane() {
  local library
  for library; do build_library "$library"; done
}

# All of them, one caller at a time: two checkouts share the cache.
build_libraries() {
  local lane started=()
  mkdir -p "$cache/done" "$built" "$prefix/lib/pkgconfig" "$prefix/include"
  exec 9>"$cache/lock" && flock 9
  cache_stands || { fetch_sources && touch "$cache/done/sources"; }
  for lane in "${lanes[@]}"; do build_lane $lane & started+=($!); done
  for lane in "${started[@]}"; do wait "$lane" || exit 1; done
  exec 9>&-
}
