// A hundred and twenty people who do not exist, as a district has them: few given names, fewer family names, six scripts.
#pragma once

#include <string>
#include <vector>

namespace many_names {

struct Naming {
  std::vector<std::string> first, second;
  int count = 0;
};

inline std::vector<Naming> namings() {
  return {{{"สมชาย", "สมศักดิ์", "ประเสริฐ", "น้ำฝน", "เดชา", "แสงดาว", "โสภา", "ไพโรจน์", "วิชัย", "กิตติศักดิ์"},
           {"ใจดี", "ศรีสุข", "ทองคำ", "วงศ์สวัสดิ์", "แก้วมณี", "บุญมา", "เพชรรัตน์", "จันทร์เพ็ญ", "พรหมมา", "สุขใจ"},
           40},
          {{"မောင်မောင်", "အောင်", "ကျော်ဇင်", "သီတာ", "ခင်မာ", "ဇော်", "နန္ဒာ", "ပြည့်ဖြိုး"}, {"ဝင်း", "လှိုင်", "ထွန်း", "မြင့်", "သန်း", "စိုး"}, 16},
          {{"សុខ", "ចាន់", "ស្រីមុំ", "វិបុល", "ដារ៉ា", "ពិសិដ្ឋ", "រតនា", "ធីតា"}, {"គឹម", "ហេង", "លី", "នួន", "ឡុង", "ប៊ុន"}, 16},
          {{"Nguyễn Văn", "Trần Thị", "Lê Hữu", "Phạm Đức", "Đỗ Minh"}, {"An", "Bình", "Châu", "Dũng", "Hương", "Khánh", "Ánh", "Đào"}, 20},
          {{"Sgt. DARA", "Cpl. Malee", "Pvt. Nok", "Somchai", "Zoë", "O'Neil", "Kittisak"},
           {"Phromma", "Srisai", "Jaidee", "Ñuñez", "Wongdao", "Daeng"},
           20},
          {{"ສົມພອນ", "ບຸນມີ", "ແກ້ວ", "ຄຳ"}, {"ນ້ຳ", "ໄຊຍະ", "ພົມ"}, 8}};
}

inline std::vector<std::string> all() {
  std::vector<std::string> names;
  for (const Naming& each : namings())
    for (int i = 0; i < each.count; ++i) {
      const int firsts = static_cast<int>(each.first.size()), seconds = static_cast<int>(each.second.size());
      names.push_back(each.first[static_cast<std::size_t>(i % firsts)] + " " +
                      each.second[static_cast<std::size_t>((i * 3 + i / firsts * 2 + i / (firsts * seconds)) % seconds)]);
    }
  return names;
}

} // namespace many_names
