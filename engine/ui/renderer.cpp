// Draw lists to SDL_RenderGeometryRaw. A null texture is a plain fill, which the software renderer draws as a rectangle.
#include "engine/ui/renderer.h"

#include <SDL.h>
#include <imgui.h>

namespace firsthand::ui {
namespace {

void render_command(SDL_Renderer* renderer, const ImDrawList& list, const ImDrawCmd& command) {
  const ImVec4& c = command.ClipRect;
  const SDL_Rect clip{static_cast<int>(c.x), static_cast<int>(c.y), static_cast<int>(c.z - c.x), static_cast<int>(c.w - c.y)};
  if (clip.w <= 0 || clip.h <= 0 || command.ElemCount == 0) return;
  SDL_RenderSetClipRect(renderer, &clip);
  const ImDrawVert* v = list.VtxBuffer.Data + command.VtxOffset;
  const int count = list.VtxBuffer.Size - static_cast<int>(command.VtxOffset);
  const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
  SDL_RenderGeometryRaw(renderer, static_cast<SDL_Texture*>(command.GetTexID()), &v->pos.x, sizeof *v,
                        reinterpret_cast<const SDL_Color*>(&v->col), sizeof *v, &v->uv.x, sizeof *v, count, indices,
                        static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
}

} // namespace

void render(SDL_Renderer* renderer, const ImDrawData& data) {
  SDL_SetRenderDrawBlendMode(renderer, SDL_BLENDMODE_BLEND);
  for (int i = 0; i < data.CmdListsCount; ++i)
    for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer) render_command(renderer, *data.CmdLists[i], command);
  SDL_RenderSetClipRect(renderer, nullptr);
}

} // namespace firsthand::ui
