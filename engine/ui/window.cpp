// SDL and the draw-list context behind one window, and the loop that sleeps while nothing happens.
#include "engine/ui/window.h"

#include "engine/fonts/fonts.h"
#include "engine/paint/renderer.h"
#include "engine/platform/ending.h"
#include "engine/platform/paths.h"
#include "engine/platform/platform.h"
#include "engine/ui/display.h"
#include "engine/ui/dock.h"
#include "engine/ui/stage.h"

#include <SDL.h>
#include <SDL_image.h>
#include <algorithm>
#include <fmt/format.h>
#include <imgui.h>
#include <string_view>
#include <utility>

namespace firsthand::ui {
namespace {

constexpr int frames_after_event = 3; // an intent needs a second frame, its traces a third
constexpr int fixed_step_ms = 20;
constexpr int animation_step_ms = 12;
constexpr unsigned gl_renderer = 0x1F01; // GL_RENDERER: who draws

#ifdef _WIN32
#define GL_CALL __stdcall
#else
#define GL_CALL
#endif

std::uint32_t wake_event() {
  static const std::uint32_t type = SDL_RegisterEvents(1);
  return type;
}

base::Error sdl_failure(const char* what) {
  return base::fail("window-failed", fmt::format("The window could not be opened ({}: {}).", what, SDL_GetError()));
}

} // namespace

struct Window::Impl {
  WindowOptions options;
  bool video = false, closed = false;
  SDL_Window* window = nullptr;
  Size least, refused;
  Rect loose, newest; // where it stood last, neither maximised nor full screen; where it stands
  std::int64_t newest_since_ms = 0;
  bool newest_loose = true, maximise_later = false, maximised_before = false; // before full screen
  SDL_Renderer* renderer = nullptr;
  ImGuiContext* context = nullptr;
  std::unique_ptr<Stage> stage;
  std::unique_ptr<Dock> dock;
  std::int64_t dock_drawn_ms = 0;
  Input input;
  int frames_left = frames_after_event;
  std::int64_t fixed_now_ms = 0, frames_made = 0;
  std::uint64_t last_ticks = 0;
  bool text_input_on = false, beam_shown = false;
  SDL_Cursor* arrow = nullptr;
  SDL_Cursor* beam = nullptr;
  std::optional<platform::WakeAtEnd> wake_at_end;

  explicit Impl(const WindowOptions& wanted) : options(wanted) {}
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  ~Impl() {
    wake_at_end.reset();
    dock.reset(); // before the renderer that its fonts are on
    stage.reset();
    if (context) ImGui::DestroyContext(context);
    if (arrow) SDL_FreeCursor(arrow);
    if (beam) SDL_FreeCursor(beam);
    close_video();
  }

  base::Result<void> open() {
    FH_TRY(fonts, fonts::load_fonts(options.font_folders));
    FH_CHECK(open_on_display());
    open_context();
    stage = std::make_unique<Stage>(renderer, std::move(fonts), options.assets, options.guard);
    stage->settings = options.settings;
    stage->display_percent = options.display_percent;
    if (options.time == Time::running) stage->pictures.let_arrive_later();
    if (options.screen == Screen::real) wake_at_end.emplace(Window::wake);
    return {};
  }

  // A display of Wayland that nothing can be drawn on may still be reached by the older way.
  base::Result<void> open_on_display() {
    auto opened = open_video();
    if (opened.ok()) opened = open_renderer();
    const char* driver = SDL_GetCurrentVideoDriver();
    if (opened.ok() || !driver || std::string_view(driver) != "wayland") return opened;
    close_video();
    SDL_SetHintWithPriority(SDL_HINT_VIDEODRIVER, "x11", SDL_HINT_OVERRIDE);
    if (!open_video().ok()) return opened; // the first reason is the one to tell
    return open_renderer();
  }

  void close_video() {
    if (renderer) SDL_DestroyRenderer(std::exchange(renderer, nullptr));
    if (window) SDL_DestroyWindow(std::exchange(window, nullptr));
    if (video) SDL_QuitSubSystem(SDL_INIT_VIDEO);
    video = false;
  }

  base::Result<void> open_video() {
    if (options.screen == Screen::headless) SDL_SetHint(SDL_HINT_VIDEODRIVER, "dummy");
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0"); // else our software frames take a way round through OpenGL
    SDL_SetHint(SDL_HINT_WINDOWS_DPI_AWARENESS, "permonitorv2");
    SDL_SetHint(SDL_HINT_IME_SHOW_UI, "1"); // the words that an input method proposes: nobody else draws them
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    SDL_SetMainReady(); // main is ours on every system
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return sdl_failure("video");
    video = true;
    if (options.display_percent == 0) options.display_percent = display_percent_of(0);
    options.fits ? create_where_it_fits() : create_as_wanted();
    if (!window) return sdl_failure("window");
    follow_least();
    SDL_EventState(SDL_DROPFILE, SDL_ENABLE);
    return {};
  }

  void create_as_wanted() {
    const Size size = scaled(options.size, options.display_percent);
    const std::uint32_t flags = SDL_WINDOW_RESIZABLE | (options.screen == Screen::headless ? std::uint32_t{SDL_WINDOW_HIDDEN} : 0u);
    window = SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, size.w, size.h, flags);
  }

  // The system itself places a window that it has not seen yet better than we could; but not where a person left it.
  void create_where_it_fits() {
    const std::vector<Display> displays = displays_here();
    const Placement place = options.left ? kept_on_screen(*options.left, displays, options.display_percent)
                                         : first_placement(displays, options.size, options.display_percent);
    const int x = options.left ? place.rect.x : SDL_WINDOWPOS_CENTERED, y = options.left ? place.rect.y : SDL_WINDOWPOS_CENTERED;
    const char* driver = SDL_GetCurrentVideoDriver(); // Wayland ends a program whose first picture is not as large as the maximised window
    maximise_later = place.maximised && driver && std::string_view(driver) == "wayland";
    const bool at_once = place.maximised && !maximise_later;
    const std::uint32_t flags = SDL_WINDOW_RESIZABLE | (at_once ? std::uint32_t{SDL_WINDOW_MAXIMIZED} : 0u);
    window = SDL_CreateWindow(options.title.c_str(), x, y, place.rect.w, place.rect.h, flags);
    loose = place.rect, newest = place.rect;
  }

  void follow_least() {
    least = options.screen == Screen::headless ? scaled(least_window, options.display_percent)
                                               : least_on(displays_here(), options.display_percent);
    SDL_SetWindowMinimumSize(window, least.w, least.h);
  }

  // Neither maximised nor the like: as the person made it.
  bool is_loose() const {
    constexpr std::uint32_t bound = SDL_WINDOW_MAXIMIZED | SDL_WINDOW_FULLSCREEN | SDL_WINDOW_MINIMIZED;
    return (SDL_GetWindowFlags(window) & bound) == 0;
  }
  Rect rect_now() const {
    Rect now;
    SDL_GetWindowPosition(window, &now.x, &now.y);
    SDL_GetWindowSize(window, &now.w, &now.h);
    return now;
  }

  // X11 takes the place of a new window for that of its frame, and tells that of its inside: without this, the window would wander.
  Point frame_when_made() const {
    int top = 0, left = 0;
    const char* driver = SDL_GetCurrentVideoDriver();
    if (!driver || std::string_view(driver) != "x11") return {};
    if (SDL_GetWindowBordersSize(window, &top, &left, nullptr, nullptr) != 0) return {};
    return {left, top};
  }

  // Systems tell of the new size first and only then that it is that of a maximised window: what stood for a while is kept.
  void follow_place(std::int64_t now_ms) {
    constexpr std::int64_t a_while = 500;
    const Rect now = rect_now();
    if (now == newest) return;
    if (newest_loose && now_ms - newest_since_ms >= a_while) loose = newest;
    newest = now, newest_since_ms = now_ms, newest_loose = is_loose();
    hold_least();
  }

  // Not every system keeps to the least size that it was told; asked once for each size, lest the two quarrel.
  void hold_least() {
    const Size now{newest.w, newest.h};
    if ((SDL_GetWindowFlags(window) & SDL_WINDOW_MINIMIZED) != 0 || now == refused || (now.w >= least.w && now.h >= least.h)) return;
    refused = now;
    SDL_SetWindowSize(window, std::max(now.w, least.w), std::max(now.h, least.h));
  }

  // The displays changed: nothing of the window stays where nobody sees it.
  void stay_on_screen() {
    follow_least();
    if (!is_loose()) return;
    const Placement now{rect_now(), false}, kept = kept_on_screen(now, displays_here(), stage->display_percent);
    if (kept == now) return;
    SDL_SetWindowSize(window, kept.rect.w, kept.rect.h);
    SDL_SetWindowPosition(window, kept.rect.x, kept.rect.y);
  }

  base::Result<void> open_renderer() {
    const char* video_driver = SDL_GetCurrentVideoDriver();
    const std::vector<Rendering> order = options.screen == Screen::real
                                             ? renderings(video_driver ? video_driver : "", platform::may_have_graphics_device())
                                             : std::vector{Rendering::software};
    for (const Rendering rendering : order)
      if (create_renderer(rendering)) return {};
    return sdl_failure("renderer");
  }

  bool create_renderer(Rendering rendering) {
    const bool software = rendering == Rendering::software;
    renderer = SDL_CreateRenderer(window, -1, software ? SDL_RENDERER_SOFTWARE : SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
    if (renderer && rendering == Rendering::graphics && opengl_without_graphics()) SDL_DestroyRenderer(std::exchange(renderer, nullptr));
    return renderer != nullptr;
  }

  // A computer without a graphics driver offers OpenGL that the processor computes: twice the work of SDL's own software
  // renderer (docs/old-pc.md).
  bool opengl_without_graphics() const {
    SDL_RendererInfo info;
    if (SDL_GetRendererInfo(renderer, &info) != 0 || !std::string_view(info.name).starts_with("opengl")) return false;
    using GetString = const unsigned char*(GL_CALL*)(unsigned);
    const auto get_string = reinterpret_cast<GetString>(SDL_GL_GetProcAddress("glGetString"));
    const unsigned char* words = get_string ? get_string(gl_renderer) : nullptr;
    const std::string_view drawn_by = words ? reinterpret_cast<const char*>(words) : "";
    for (const std::string_view processor : {"llvmpipe", "softpipe", "swrast", "Software Rasterizer", "GDI Generic"})
      if (drawn_by.find(processor) != drawn_by.npos) return true;
    return false;
  }

  void open_context() {
    context = ImGui::CreateContext();
    ImGui::SetCurrentContext(context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr, io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    unsigned char* pixels = nullptr; // its own font is never drawn, but must exist
    int w = 0, h = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &w, &h);
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0}, style.WindowBorderSize = 0, style.WindowRounding = 0;
  }

  std::int64_t now_ms() {
    if (options.time == Time::fixed) return fixed_now_ms += fixed_step_ms;
    return static_cast<std::int64_t>(SDL_GetTicks64());
  }

  Size output_size() const {
    Size size;
    SDL_GetRendererOutputSize(renderer, &size.w, &size.h);
    return size;
  }

  void take_events(std::int64_t now) {
    SDL_Event event;
    while (SDL_PollEvent(&event)) {
      frames_left = frames_after_event;
      if (event.type == SDL_RENDER_DEVICE_RESET || event.type == SDL_RENDER_TARGETS_RESET)
        lose_device();
      else if (!dock_hears(event, now))
        input.push(event, now);
      if (event.type == SDL_WINDOWEVENT && event.window.event == SDL_WINDOWEVENT_DISPLAY_CHANGED) follow_display();
      if (event.type == SDL_DISPLAYEVENT && options.fits) stay_on_screen();
    }
    if (options.fits) follow_place(now);
  }

  void lose_device() const {
    stage->device_lost();
    if (dock) dock->device_lost();
  }

  // What the dock hears the rest does not: the pointer has left it, or the keyboard has.
  bool dock_hears(const SDL_Event& event, std::int64_t now) {
    const bool had_keyboard = dock && dock->has_keyboard();
    if (!dock || !dock->hears(event)) return false;
    const auto tell = [&](SDL_WindowEventID what) {
      SDL_Event gone{};
      gone.type = SDL_WINDOWEVENT, gone.window.event = static_cast<Uint8>(what);
      input.push(gone, now);
    };
    if (event.type != SDL_KEYDOWN && event.type != SDL_TEXTINPUT && event.type != SDL_TEXTEDITING) tell(SDL_WINDOWEVENT_LEAVE);
    if (dock->has_keyboard() && !had_keyboard) tell(SDL_WINDOWEVENT_FOCUS_LOST);
    return true;
  }

  // What the dock leaves for the rest, and how large that is drawn then.
  Size make_room() const {
    const Size whole = output_size();
    if (!dock) return whole;
    const Size rest = dock->rest(whole, options.display_percent);
    stage->display_percent = dock->rest_percent();
    return rest;
  }

  void draw_dock(std::int64_t now) {
    if (dock) dock->frame(stage->settings.theme, static_cast<int>(std::min<std::int64_t>(now - dock_drawn_ms, 10'000)));
    dock_drawn_ms = now;
  }

  // The window was moved to another display, whose dots may be of another size.
  void follow_display() {
    if (options.screen == Screen::headless) return;
    stage->display_percent = display_percent_of(std::max(0, SDL_GetWindowDisplayIndex(window)));
    options.display_percent = stage->display_percent;
    follow_least();
  }

  void begin_context(const FrameInput& frame_input, Size size) {
    ImGui::SetCurrentContext(context);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(size.w), static_cast<float>(size.h)};
    io.DeltaTime = static_cast<float>(fixed_step_ms) / 1000;
    io.MousePos = {static_cast<float>(frame_input.pointer.x), static_cast<float>(frame_input.pointer.y)};
    io.MouseDown[0] = frame_input.down;
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("root", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoInputs |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus);
  }

  void present() {
    ImGui::End();
    ImGui::Render();
    stage->atlas.upload();
    if (options.screen == Screen::headless && frames_made++ % options.paints_each != 0) return;
    paint();
    SDL_RenderPresent(renderer);
  }

  void paint() const {
    const Rgba ground = colour_of(stage->settings.theme, Colour::bg);
    SDL_SetRenderDrawColor(renderer, ground.r, ground.g, ground.b, 255);
    SDL_RenderClear(renderer);
    render(renderer, *ImGui::GetDrawData());
    if (dock) dock->paint();
  }

  void follow_text_input() {
    const bool docked = dock && dock->wants_text();
    const bool wanted = stage->text_input.has_value() || docked;
    if (wanted && !docked) {
      const Rect& r = *stage->text_input;
      const SDL_Rect caret{r.x, r.y, r.w, r.h};
      SDL_SetTextInputRect(&caret);
    }
    if (wanted != text_input_on) wanted ? SDL_StartTextInput() : SDL_StopTextInput();
    text_input_on = wanted;
  }

  // A beam over fields, so that one sees where text can be put.
  void follow_cursor() {
    const Entry* under = stage->now.topmost_at(stage->input.pointer);
    const bool wanted = under && under->enabled && under->role == Role::field;
    if (wanted == beam_shown) return;
    SDL_Cursor*& cursor = wanted ? beam : arrow;
    if (!cursor) cursor = SDL_CreateSystemCursor(wanted ? SDL_SYSTEM_CURSOR_IBEAM : SDL_SYSTEM_CURSOR_ARROW);
    if (cursor) SDL_SetCursor(cursor);
    beam_shown = wanted;
  }

  void add_window_intents() {
    stage->intents.quit = input.quit_asked();
    input.forget_quit();
    stage->intents.dropped_files = input.take_dropped_files();
  }

  bool frame(const Draw& draw) {
    const std::int64_t now = now_ms();
    take_events(now);
    FrameInput share = stage->input_held ? input.hold() : input.take();
    if (share.acted) frames_left = frames_after_event;
    const Size size = make_room();
    draw_dock(now);
    begin_context(share, size);
    stage->begin_frame(std::move(share), now, size, ImGui::GetWindowDrawList());
    add_window_intents();
    Frame face(*stage);
    draw(face);
    stage->end_frame();
    present();
    if (std::exchange(maximise_later, false)) SDL_MaximizeWindow(window);
    follow_text_input();
    follow_cursor();
    --frames_left;
    const bool due = stage->wake_at_ms && *stage->wake_at_ms <= stage->now_ms;
    return (input.waiting() && !stage->input_held) || frames_left > 0 || stage->moving() || due || (dock && dock->waiting());
  }

  void sleep(bool more) const {
    if (more) {
      if (stage->moving() && options.time == Time::running) SDL_WaitEventTimeout(nullptr, animation_step_ms);
      return;
    }
    if (!stage->wake_at_ms) {
      SDL_WaitEvent(nullptr);
      return;
    }
    const std::int64_t left = *stage->wake_at_ms - static_cast<std::int64_t>(SDL_GetTicks64());
    if (left > 0) SDL_WaitEventTimeout(nullptr, static_cast<int>(std::min<std::int64_t>(left, 3'600'000)));
  }
};

void show_message(const std::string& title, const std::string& words) {
  SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, title.c_str(), words.c_str(), nullptr);
}

Window::Window(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Window::~Window() = default;

base::Result<std::unique_ptr<Window>> Window::open(const WindowOptions& options) {
  auto impl = std::make_unique<Impl>(options);
  FH_CHECK(impl->open());
  return std::unique_ptr<Window>(new Window(std::move(impl)));
}

void Window::run_until(const Draw& draw, const std::function<bool(bool more)>& enough) {
  while (!impl_->closed && !platform::end_asked()) {
    const bool more = impl_->frame(draw);
    if (enough(more)) return;
    impl_->sleep(more || impl_->closed || platform::end_asked());
  }
}

void Window::close() { impl_->closed = true; }
bool Window::frame(const Draw& draw) { return impl_->frame(draw); }

void Window::pass(int ms) {
  if (impl_->options.time == Time::fixed)
    impl_->fixed_now_ms += ms;
  else
    SDL_Delay(static_cast<std::uint32_t>(ms));
}

void Window::wake() {
  SDL_Event event{};
  event.type = wake_event();
  SDL_PushEvent(&event);
}

const Settings& Window::settings() const { return impl_->stage->settings; }

void Window::set_settings(const Settings& settings) {
  impl_->stage->settings = settings;
  impl_->frames_left = frames_after_event;
}

// Back from full screen it is what it was: systems make of a maximised window a loose one.
void Window::toggle_full_screen() {
  const std::uint32_t flags = SDL_GetWindowFlags(impl_->window);
  const bool full = (flags & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
  if (!full) impl_->maximised_before = (flags & SDL_WINDOW_MAXIMIZED) != 0;
  SDL_SetWindowFullscreen(impl_->window, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
  if (full && std::exchange(impl_->maximised_before, false)) SDL_MaximizeWindow(impl_->window);
}

Placement Window::placement() const {
  const std::uint32_t flags = SDL_GetWindowFlags(impl_->window);
  const bool loose = impl_->is_loose(), full = (flags & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
  const bool maximised = full ? impl_->maximised_before : (flags & SDL_WINDOW_MAXIMIZED) != 0;
  const Point frame = impl_->frame_when_made();
  return {(loose ? impl_->rect_now() : impl_->loose).moved(-frame.x, -frame.y), maximised};
}

Size Window::size() const { return impl_->output_size(); }
void Window::resize(Size size) { SDL_SetWindowSize(impl_->window, size.w, size.h); }
void Window::dock(std::vector<std::filesystem::path> font_folders, Dock::Fill fill) {
  impl_->dock = std::make_unique<Dock>(impl_->renderer, std::move(font_folders), std::move(fill));
}

const Dock* Window::docked() const { return impl_->dock.get(); }

const Registry& Window::registry() const { return impl_->stage->now; }

base::Result<void> Window::save_png(const std::filesystem::path& file) const {
  ImGui::SetCurrentContext(impl_->context);
  impl_->paint(); // the back buffer is undefined after presenting
  const Size size = impl_->output_size();
  const Surface surface(SDL_CreateRGBSurfaceWithFormat(0, size.w, size.h, 32, SDL_PIXELFORMAT_ARGB8888));
  if (!surface || SDL_RenderReadPixels(impl_->renderer, nullptr, SDL_PIXELFORMAT_ARGB8888, surface->pixels, surface->pitch) != 0)
    return base::fail("screenshot-failed", fmt::format("The window could not be read: {}.", SDL_GetError()));
  const std::u8string name = file.u8string(); // SDL takes UTF-8 on every system
  if (IMG_SavePNG(surface.get(), reinterpret_cast<const char*>(name.c_str())) != 0)
    return base::fail("screenshot-failed", fmt::format("{} could not be written: {}.", platform::utf8_of(file), SDL_GetError()));
  return {};
}

} // namespace firsthand::ui
