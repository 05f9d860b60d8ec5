// See window_tour_lists.h.
#include "tools/firsthand/window_tour_lists.h"

#include "engine/platform/paths.h"
#include "engine/screens/pages.h"

#include <fmt/format.h>

#include <fstream>

namespace firsthand::tools {

namespace {

// As a spreadsheet of a Thai station leaves them: a Buddhist year, a number without its zeros, somebody who typed the name before.
constexpr const char* people_to_look_at = "เลขประจำตัว;ยศ;ชื่อ;สังกัด;ตั้งแต่วันที่\n0071;ร.ต.อ.;มาลี ศรีสุข;สืบสวน;1/10/2569\n"
                                          "0072;Lt;Nguyễn Thị Minh Khai;Patrol;\n73;Sgt;Ben Tan;Patrol;\n0074;;%s;Patrol;\n";
constexpr const char* stations_to_look_at = "code,name,unit,telephone,computers\nP1,ภูเก็ต,ภาค 8,+66 76 1,3\nP2,Trang,ภาค 9,+66 75 2,1\n";

constexpr const char* fewer_stations = "code,name,unit,telephone,computers\nP1,ภูเก็ต,ภาค 8,,3\n";

std::string list_in(const std::filesystem::path& folder, const char* name, const std::string& text) {
  const std::filesystem::path file = folder / name;
  std::ofstream(file, std::ios::binary) << text;
  return platform::utf8_of(file);
}

std::string people_with(const std::string& name) {
  std::string text = people_to_look_at;
  return text.replace(text.find("%s"), 2, name);
}

base::Error stuck(const char* where) { return base::fail("tour-stuck", std::string("The tour does not get on at ") + where + "."); }

// So many people that they are searched.
std::string many_people() {
  std::string text = "number,rank,name,unit\n";
  for (int i = 0; i < 30; ++i) {
    const char* const names[] = {"Anong Jaidee", "สมชาย วงศ์สวัสดิ์", "Đào Nguyễn", "ဝင်း ကျော်ဇင်", "Kittisak Phromma"};
    text += fmt::format("{:04},Sgt,{} {},Patrol\n", 100 + i, names[i % 5], i / 5 + 1);
  }
  return text;
}

// From the page of this computer, and back to it.
base::Result<void> tour_search(WindowHands& hands, const std::string& list, const std::function<void(const std::string&)>& show) {
  if (!hands.press("station/lists")) return stuck("lists, once more");
  hands.driver().type("2468");
  hands.press("lists/enter");
  screens::lists(hands.shell()).look_at(list), hands.settle();
  if (!hands.press("lists/take") || !hands.press("lists/done")) return stuck("many people");
  if (!hands.press("station/attempts")) return stuck("attempts-many");
  hands.driver().type("2468");
  hands.press("attempts/show");
  show("attempts-many");
  hands.driver().type("012");
  (void)hands.driver().key("Down");
  show("attempts-found");
  hands.press("attempts/back");
  return {};
}

} // namespace

base::Result<void> tour_lists(WindowHands& hands, const std::filesystem::path& scratch,
                              const std::function<void(const std::string&)>& show) {
  const auto look = [&hands](const std::string& path) { screens::lists(hands.shell()).look_at(path), hands.settle(); };
  const std::string known = screens::sign_in(hands.shell()).people().front().name;
  if (!hands.press("station/lists")) return stuck("lists");
  show("lists-pin");
  hands.driver().type("2468");
  hands.press("lists/enter");
  show("lists");
  look(list_in(scratch, "people.csv", people_with(known)));
  show("lists-faults");
  hands.press("lists/width/0");
  show("lists-look");
  if (!hands.press("lists/take")) return stuck("lists-done");
  show("lists-done");
  hands.press("lists/other"), hands.press("lists/of/stations");
  look(list_in(scratch, "stations.csv", stations_to_look_at));
  show("lists-stations");
  if (!hands.press("lists/take") || !hands.press("lists/other")) return stuck("lists-takes-away");
  look(list_in(scratch, "fewer.csv", fewer_stations));
  show("lists-takes-away");
  hands.press("lists/back"), hands.press("lists/back");
  if (hands.shell().page() != screens::PageName::station) return stuck("station-register");
  screens::station(hands.shell()).memory.station = "p", hands.settle();
  show("station-register");
  return tour_search(hands, list_in(scratch, "many.csv", many_people()), show);
}

} // namespace firsthand::tools
