// The dock's own context of the library: its keys, its clipboard, its fonts, which are the program's.
#include "engine/ui/dock.h"

#include "engine/fonts/fonts.h"

#include <SDL.h>
#include <imgui.h>
#include <utility>

namespace firsthand::ui {
namespace {

constexpr int letter_height = 19;

// Latin with its punctuation; then what each script's own face has. Letters that must be put together (Burmese, Khmer) are not.
constexpr ImWchar latin[] = {0x20, 0x24F, 0x2000, 0x206F, 0x20A0, 0x20BF, 0x2190, 0x21FF, 0};
constexpr ImWchar thai[] = {0x0E00, 0x0E7F, 0}, lao[] = {0x0E80, 0x0EFF, 0}, burmese[] = {0x1000, 0x109F, 0}, khmer[] = {0x1780, 0x17FF, 0};
constexpr std::pair<const char*, const ImWchar*> faces[] = {{"NotoSans-Regular.ttf", latin},
                                                            {"NotoSansThai-Regular.ttf", thai},
                                                            {"NotoSansLao-Regular.ttf", lao},
                                                            {"NotoSansMyanmar-Regular.ttf", burmese},
                                                            {"NotoSansKhmer-Regular.ttf", khmer}};

constexpr std::pair<ImGuiKey, SDL_Scancode> keys[] = {{ImGuiKey_Tab, SDL_SCANCODE_TAB},
                                                      {ImGuiKey_LeftArrow, SDL_SCANCODE_LEFT},
                                                      {ImGuiKey_RightArrow, SDL_SCANCODE_RIGHT},
                                                      {ImGuiKey_UpArrow, SDL_SCANCODE_UP},
                                                      {ImGuiKey_DownArrow, SDL_SCANCODE_DOWN},
                                                      {ImGuiKey_PageUp, SDL_SCANCODE_PAGEUP},
                                                      {ImGuiKey_PageDown, SDL_SCANCODE_PAGEDOWN},
                                                      {ImGuiKey_Home, SDL_SCANCODE_HOME},
                                                      {ImGuiKey_End, SDL_SCANCODE_END},
                                                      {ImGuiKey_Insert, SDL_SCANCODE_INSERT},
                                                      {ImGuiKey_Delete, SDL_SCANCODE_DELETE},
                                                      {ImGuiKey_Backspace, SDL_SCANCODE_BACKSPACE},
                                                      {ImGuiKey_Space, SDL_SCANCODE_SPACE},
                                                      {ImGuiKey_Enter, SDL_SCANCODE_RETURN},
                                                      {ImGuiKey_Escape, SDL_SCANCODE_ESCAPE},
                                                      {ImGuiKey_KeyPadEnter, SDL_SCANCODE_KP_ENTER},
                                                      {ImGuiKey_A, SDL_SCANCODE_A},
                                                      {ImGuiKey_C, SDL_SCANCODE_C},
                                                      {ImGuiKey_V, SDL_SCANCODE_V},
                                                      {ImGuiKey_X, SDL_SCANCODE_X},
                                                      {ImGuiKey_Y, SDL_SCANCODE_Y},
                                                      {ImGuiKey_Z, SDL_SCANCODE_Z}};

const char* clipboard_text(void* kept) {
  char* text = SDL_GetClipboardText();
  std::string& own = *static_cast<std::string*>(kept);
  own = text ? text : "";
  SDL_free(text);
  return own.c_str();
}

void set_clipboard_text(void*, const char* text) { SDL_SetClipboardText(text); }

} // namespace

Dock::~Dock() {
  device_lost();
  if (context_) ImGui::DestroyContext(context_);
}

void Dock::device_lost() {
  if (texture_) SDL_DestroyTexture(std::exchange(texture_, nullptr));
}

void Dock::open_context() {
  context_ = ImGui::CreateContext();
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr, io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  io.ConfigInputTextCursorBlink = false; // an idle window draws nothing
  io.GetClipboardTextFn = clipboard_text, io.SetClipboardTextFn = set_clipboard_text, io.ClipboardUserData = &clipboard_;
  for (const auto& [key, code] : keys)
    io.KeyMap[key] = code;
}

// As large as the display wants them; the program's own files, so that what a person reads here is there everywhere.
void Dock::load_fonts() {
  ImGuiIO& io = ImGui::GetIO();
  io.Fonts->Clear();
  fonts_.clear(), fonts_.reserve(std::size(faces));
  ImFontConfig how;
  how.FontDataOwnedByAtlas = false;
  how.OversampleH = 1, how.PixelSnapH = true; // dots are drawn as they are
  for (const auto& [file, range] : faces) {
    auto bytes = fonts::font_file(font_folders_, file);
    if (!bytes) continue;
    std::string& kept = fonts_.emplace_back(std::move(*bytes));
    io.Fonts->AddFontFromMemoryTTF(kept.data(), static_cast<int>(kept.size()), static_cast<float>(letter_height * percent_) / 100, &how,
                                   range);
    how.MergeMode = true;
  }
  if (fonts_.empty()) io.Fonts->AddFontDefault();
  device_lost();
  ImGui::GetStyle() = ImGuiStyle();
  ImGui::GetStyle().ScaleAllSizes(static_cast<float>(percent_) / 100);
  ImGui::GetStyle().WindowBorderSize = 0;
  fonts_percent_ = percent_;
}

void Dock::upload_fonts() {
  unsigned char* pixels = nullptr;
  int w = 0, h = 0;
  ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &w, &h);
  texture_ = SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_RGBA32, SDL_TEXTUREACCESS_STATIC, w, h);
  if (!texture_) return;
  SDL_UpdateTexture(texture_, nullptr, pixels, w * 4);
  SDL_SetTextureBlendMode(texture_, SDL_BLENDMODE_BLEND);
  ImGui::GetIO().Fonts->SetTexID(texture_);
}

} // namespace firsthand::ui
