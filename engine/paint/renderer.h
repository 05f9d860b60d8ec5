// Puts the draw lists on an SDL renderer. Knows triangles, clip rectangles and textures; nothing of what they mean.
#pragma once

struct ImDrawData;
struct SDL_Renderer;

namespace firsthand::paint {

void render(SDL_Renderer* renderer, const ImDrawData& data);

} // namespace firsthand::paint
