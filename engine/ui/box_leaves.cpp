// What stands at the ends of a tree of boxes, and what is drawn around one.
#include "engine/ui/box.h"

#include <algorithm>
#include <memory>

namespace firsthand::ui::box {

namespace {

// A widget that is as wide as there is room.
template<class Widget>
Box as_wide(const Widget& widget, int (*height)(Frame&, const Widget&, int), bool (*draw)(Frame&, const Rect&, const Widget&),
            Pressed pressed) {
  return {[=](Frame& f, int width) {
            return Size{width, height(f, widget, width)};
          },
          [=](Frame& f, const Rect& rect) { pressed(draw(f, rect, widget)); }};
}

} // namespace

Box text(std::string_view words, Type type, Colour colour, const TextOptions& options) {
  if (words.empty()) return {};
  const std::vector<text::Span> spans(options.spans.begin(), options.spans.end());
  const auto told = [options, spans] {
    TextOptions now = options;
    now.spans = spans;
    return now;
  };
  // A copy: what is drawn before these words may change where they came from.
  const auto kept = std::make_shared<const std::string>(words);
  return {[=](Frame& f, int width) { return f.measure(*kept, type, width, told()); },
          [=](Frame& f, const Rect& rect) { f.text(rect, *kept, type, colour, told()); }};
}

Box quote(std::string_view words, Type type) {
  const auto ground = [](Frame& f, const Rect& rect) {
    f.fill(rect, Colour::acc_soft, f.small_radius());
    f.fill(Rect{rect.x, rect.y, f.px(4), rect.h}, Colour::acc);
  };
  return on(ground, column({.pad = {16, 8, 12, 8}}, text(words, type)));
}

Box icon(std::string_view name, int side, Colour colour) {
  return fixed(side, side, [=](Frame& f, const Rect& rect) { f.icon(name, rect, colour); });
}

Box line(Colour colour) {
  return {[](Frame&, int) { return Size{}; }, [=](Frame& f, const Rect& rect) { f.hline(rect.x, rect.y, rect.w, colour); }};
}

Box fixed(int width, int height, Box::Draw draw) {
  return {[=](Frame& f, int room) { return Size{width > 0 ? f.px(width) : room, f.px(height)}; }, std::move(draw)};
}

Box button(const Button& button, Pressed pressed) {
  return {[=](Frame& f, int width) { return size_of(f, button, width); },
          [=](Frame& f, const Rect& rect) { pressed(ui::button(f, rect, button)); }};
}

Box back(std::string_view id, std::string_view label, Pressed pressed) {
  return fixed(40, 40, [=](Frame& f, const Rect& rect) { pressed(back_button(f, rect, id, label)); });
}

Box verb(const Verb& verb, Pressed pressed) { return as_wide(verb, verb_height, ui::verb, std::move(pressed)); }
Box row(const Row& row, Pressed pressed) { return as_wide(row, row_height, ui::row, std::move(pressed)); }
Box option(const Option& option, Pressed pressed) { return as_wide(option, option_height, ui::option, std::move(pressed)); }
Box notice(const Notice& notice, Pressed pressed) { return as_wide(notice, notice_height, ui::notice, std::move(pressed)); }

Box confirm(const Confirm& confirm, Answer& answer) {
  return {[=](Frame& f, int width) {
            return Size{width, confirm_height(f, confirm, width)};
          },
          [=, &answer](Frame& f, const Rect& rect) { answer = ui::confirm(f, rect, confirm); }};
}

Box tag(const Tag& tag) {
  if (tag.label.empty()) return {};
  return {[=](Frame& f, int width) { return size_of(f, tag, width); },
          [=](Frame& f, const Rect& rect) {
            ui::tag(f, {rect.x, rect.y}, tag, rect.w);
          }};
}

Box tabs(std::string_view group, std::vector<Tab> tabs, int current, int& pressed) {
  const auto all = std::make_shared<const std::vector<Tab>>(std::move(tabs));
  return {[=](Frame& f, int width) {
            return Size{width > 0 ? width : tabs_width(f, *all), tabs_height(f, width, *all)};
          },
          [=, &pressed](Frame& f, const Rect& rect) { pressed = ui::tabs(f, rect, group, *all, current).value_or(pressed); }};
}

Box field(const Field& field, std::string& value, Pressed submitted, int lines) {
  return {[=](Frame& f, int width) {
            return Size{width, field_height(f, field, lines)};
          },
          [=, &value](Frame& f, const Rect& rect) { submitted(ui::field(f, rect, field, value) == FieldEvent::submitted); }};
}

Box on(Box::Draw ground, Box inside) {
  return {[ground = std::move(ground)](Frame& f, const Rect& rect, const std::function<void()>& draw_inside) {
            ground(f, rect);
            draw_inside();
          },
          std::move(inside)};
}

Box card(Box inside, Colour ground) {
  return on([=](Frame& f, const Rect& rect) { ui::card(f, rect, ground); }, std::move(inside));
}

Box card(const Card& card, Pressed pressed, Box inside) {
  return on([=](Frame& f, const Rect& rect) { pressed(ui::card(f, rect, card)); }, std::move(inside));
}

Box group(std::string_view id, Box inside, Stops stops) {
  return {[=](Frame& f, const Rect&, const std::function<void()>& draw_inside) {
            f.begin_group(id, stops);
            draw_inside();
            f.end_group();
          },
          std::move(inside)};
}

Box part(Part part, Box inside) {
  return {[=](Frame& f, const Rect&, const std::function<void()>& draw_inside) {
            f.begin_part(part);
            draw_inside();
            f.end_part();
          },
          std::move(inside)};
}

Box scroll(const Scroll& scroll, Box inside) {
  const auto content = std::make_shared<const Box>(std::move(inside));
  return {[=](Frame& f, int width) { // the bar has its room always
            const int bar = ScrollArea::room_for_bar(f);
            const Size size = content->size(f, width > 0 ? std::max(1, width - bar) : 0);
            return Size{size.w + bar, size.h};
          },
          [=](Frame& f, const Rect& rect) {
            ScrollArea area(f, {scroll.id, rect, scroll.label, scroll.leads});
            area.finish(area.top() + content->draw(f, {area.left(), area.top()}, area.width()));
          }};
}

} // namespace firsthand::ui::box
