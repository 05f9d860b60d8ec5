// Draw lists to SDL_RenderGeometryRaw; a null texture is a plain fill.
#include "engine/paint/renderer.h"

#include <SDL.h>
#include <imgui.h>

namespace firsthand::paint {
namespace {

// Every fill is a rectangle (Painter makes no other). Drawn as such, an opaque one is copied by the software renderer,
// several times faster than as two blended triangles.
void render_fills(SDL_Renderer* renderer, const ImDrawVert* vertices, const ImDrawIdx* indices, unsigned count) {
  for (unsigned i = 0; i + 5 < count; i += 6) {
    const ImDrawVert& low = vertices[indices[i]];
    const ImDrawVert& high = vertices[indices[i + 2]];
    const auto channel = [&](unsigned shift) { return static_cast<Uint8>((low.col >> shift) & 255u); };
    const SDL_Rect rect{static_cast<int>(low.pos.x), static_cast<int>(low.pos.y), static_cast<int>(high.pos.x - low.pos.x),
                        static_cast<int>(high.pos.y - low.pos.y)};
    SDL_SetRenderDrawBlendMode(renderer, channel(IM_COL32_A_SHIFT) == 255 ? SDL_BLENDMODE_NONE : SDL_BLENDMODE_BLEND);
    SDL_SetRenderDrawColor(renderer, channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT),
                           channel(IM_COL32_A_SHIFT));
    SDL_RenderFillRect(renderer, &rect);
  }
}

void render_command(SDL_Renderer* renderer, const ImDrawList& list, const ImDrawCmd& command) {
  const ImVec4& c = command.ClipRect;
  const SDL_Rect clip{static_cast<int>(c.x), static_cast<int>(c.y), static_cast<int>(c.z - c.x), static_cast<int>(c.w - c.y)};
  if (clip.w <= 0 || clip.h <= 0 || command.ElemCount == 0) return;
  SDL_RenderSetClipRect(renderer, &clip);
  const ImDrawVert* v = list.VtxBuffer.Data + command.VtxOffset;
  const int count = list.VtxBuffer.Size - static_cast<int>(command.VtxOffset);
  const ImDrawIdx* indices = list.IdxBuffer.Data + command.IdxOffset;
  if (!command.GetTexID()) return render_fills(renderer, v, indices, command.ElemCount);
  SDL_RenderGeometryRaw(renderer, static_cast<SDL_Texture*>(command.GetTexID()), &v->pos.x, sizeof *v,
                        reinterpret_cast<const SDL_Color*>(&v->col), sizeof *v, &v->uv.x, sizeof *v, count, indices,
                        static_cast<int>(command.ElemCount), sizeof(ImDrawIdx));
}

} // namespace

void render(SDL_Renderer* renderer, const ImDrawData& data) {
  for (int i = 0; i < data.CmdListsCount; ++i)
    for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer)
      render_command(renderer, *data.CmdLists[i], command);
  SDL_RenderSetClipRect(renderer, nullptr);
}

} // namespace firsthand::paint
