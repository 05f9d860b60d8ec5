# What a Linux package holds and where it lies, and the Debian package (CPack). Included from the top when a packaged program
# is built for Linux; tools/linux/package is the script around it. The man page and the completions are printed by the
# program itself. $SOURCE_DATE_EPOCH dates everything: the same sources then give the same package.
include(GNUInstallDirs)
set(here ${PROJECT_SOURCE_DIR}/tools/linux)
set(made ${PROJECT_BINARY_DIR}/package)
string(TIMESTAMP package_seconds "%s" UTC)
string(TIMESTAMP package_date "%Y-%m-%d" UTC)
string(TIMESTAMP package_day "%a, %d %b %Y %H:%M:%S +0000" UTC)

# Who answers for the package: as Debian's own tools take it.
set(FIRSTHAND_MAINTAINER "Firsthand maintainers <maintainers@example.org>" CACHE STRING "Name and address of the packager")

configure_file(${here}/metainfo.xml.in ${made}/org.example.firsthand.metainfo.xml @ONLY)

# described(AS FILE): what the program says of itself.
set(parts "")
function(described as file)
  add_custom_command(OUTPUT ${made}/${file} DEPENDS firsthand VERBATIM
    COMMAND ${CMAKE_COMMAND} -E env SOURCE_DATE_EPOCH=${package_seconds} $<TARGET_FILE:firsthand> describe --as ${as} > ${made}/${file})
  set(parts ${parts} ${made}/${file} PARENT_SCOPE)
endfunction()
add_custom_command(OUTPUT ${made}/changelog DEPENDS ${PROJECT_SOURCE_DIR}/CHANGELOG.md ${here}/changelog.awk VERBATIM
  COMMAND awk -v version=${PROJECT_VERSION} -v maintainer=${FIRSTHAND_MAINTAINER} -v day=${package_day} -f ${here}/changelog.awk
    ${PROJECT_SOURCE_DIR}/CHANGELOG.md > ${made}/changelog)
function(gzipped file)
  add_custom_command(OUTPUT ${made}/${file}.gz DEPENDS ${made}/${file} VERBATIM COMMAND gzip -9nkf ${made}/${file})
  set(parts ${parts} ${made}/${file}.gz PARENT_SCOPE)
endfunction()
# Menus that draw no SVG find these.
function(icon size)
  find_program(RSVG_CONVERT rsvg-convert REQUIRED)
  add_custom_command(OUTPUT ${made}/${size}.png DEPENDS ${PROJECT_SOURCE_DIR}/assets/pictures/mark.svg VERBATIM
    COMMAND ${RSVG_CONVERT} -w ${size} -h ${size} ${PROJECT_SOURCE_DIR}/assets/pictures/mark.svg -o ${made}/${size}.png)
  set(parts ${parts} ${made}/${size}.png PARENT_SCOPE)
  install(FILES ${made}/${size}.png DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps RENAME firsthand.png)
endfunction()

described(man firsthand.1)
described(bash firsthand.bash)
described(zsh firsthand.zsh)
described(fish firsthand.fish)
gzipped(firsthand.1)
gzipped(changelog)
foreach(size 48 64 128)
  icon(${size})
endforeach()
add_custom_target(package_parts ALL DEPENDS ${parts})

set(CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(share ${CMAKE_INSTALL_DATADIR})
install(TARGETS firsthand RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY scenarios assets DESTINATION ${share}/firsthand)
install(FILES ${here}/firsthand.desktop DESTINATION ${share}/applications)
install(FILES ${here}/firsthand-mime.xml DESTINATION ${share}/mime/packages RENAME firsthand.xml)
install(FILES ${made}/org.example.firsthand.metainfo.xml DESTINATION ${share}/metainfo)
install(FILES assets/pictures/mark.svg DESTINATION ${share}/icons/hicolor/scalable/apps RENAME firsthand.svg)
install(FILES ${made}/firsthand.1.gz DESTINATION ${share}/man/man1)
install(FILES ${made}/firsthand.bash DESTINATION ${share}/bash-completion/completions RENAME firsthand)
install(FILES ${made}/firsthand.zsh DESTINATION ${share}/zsh/vendor-completions RENAME _firsthand)
install(FILES ${made}/firsthand.fish DESTINATION ${share}/fish/vendor_completions.d)
install(FILES ${here}/copyright ${made}/changelog.gz docs/commands.md docs/record-format.md docs/limits.md DESTINATION ${share}/doc/firsthand)
install(DIRECTORY docs/authors docs/findings DESTINATION ${share}/doc/firsthand)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME firsthand)
set(CPACK_PACKAGE_VENDOR Firsthand)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "training for the officer who reaches digital evidence first")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "Firsthand trains the police officer who reaches digital evidence first, as a
desktop program that needs no network and no server. Devices are simulated:
power, lock, battery, network and shielding react to what is done, and time
moves only when the learner acts.

What counts as right is data with source, edition and review date, so that an
agency can use its own doctrine. The training record is sealed in a hash chain
and can be verified and exported. Scenarios are text files; commands check
them and play them as scripts.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/..)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${FIRSTHAND_MAINTAINER})
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
# The window does not open without the first; with the second, a name in Chinese script is drawn too.
set(CPACK_DEBIAN_PACKAGE_DEPENDS fonts-noto-core)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-droid-fallback, espeak-ng")
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
