// Yardstick: the least SDL2 and Dear ImGui program that presents a frame, on the software renderer. Ends after the first;
// prints "first" and the steady clock's microseconds then.
#include <SDL.h>
#include <chrono>
#include <cstdio>
#include <imgui.h>
#include <vector>

namespace {
void present(SDL_Renderer* renderer, SDL_Texture* font, const ImDrawData& data) {
  SDL_SetRenderDrawColor(renderer, 240, 240, 240, 255);
  SDL_RenderClear(renderer);
  for (int i = 0; i < data.CmdListsCount; ++i) {
    const ImDrawList& list = *data.CmdLists[i];
    std::vector<int> indices(list.IdxBuffer.begin(), list.IdxBuffer.end());
    for (const ImDrawCmd& command : list.CmdBuffer) {
      const auto* vertices = list.VtxBuffer.Data + command.VtxOffset;
      SDL_RenderGeometryRaw(renderer, font, &vertices->pos.x, sizeof(ImDrawVert), reinterpret_cast<const SDL_Color*>(&vertices->col),
                            sizeof(ImDrawVert), &vertices->uv.x, sizeof(ImDrawVert),
                            list.VtxBuffer.Size - static_cast<int>(command.VtxOffset), indices.data() + command.IdxOffset,
                            static_cast<int>(command.ElemCount), sizeof(int));
    }
  }
  SDL_RenderPresent(renderer);
}
} // namespace

int main(int, char**) {
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return 1;
  SDL_Window* window = SDL_CreateWindow("yardstick", 0, 0, 1280, 720, 0);
  SDL_Renderer* renderer = SDL_CreateRenderer(window, -1, SDL_RENDERER_SOFTWARE);
  if (!renderer) return 1;
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = ImVec2(1280, 720);
  io.DeltaTime = 1.0f / 60.0f;
  unsigned char* pixels = nullptr;
  int width = 0, height = 0;
  io.Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
  SDL_Texture* font = SDL_CreateTexture(renderer, SDL_PIXELFORMAT_ABGR8888, SDL_TEXTUREACCESS_STATIC, width, height);
  SDL_UpdateTexture(font, nullptr, pixels, width * 4);
  SDL_SetTextureBlendMode(font, SDL_BLENDMODE_BLEND);
  ImGui::NewFrame();
  ImGui::GetForegroundDrawList()->AddText(ImVec2(40, 40), IM_COL32(0, 0, 0, 255), "One phone");
  ImGui::Render();
  present(renderer, font, *ImGui::GetDrawData());
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  std::printf("first %lld\n", static_cast<long long>(std::chrono::duration_cast<std::chrono::microseconds>(now).count()));
  SDL_Quit();
}
