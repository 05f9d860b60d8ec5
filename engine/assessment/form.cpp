// Forms. Families of twins are dealt out, the largest first, each member to the form that still needs most: that fills every blueprint
// that can be filled.
#include "engine/assessment/form.h"

#include "engine/crypto/hash.h"

#include <algorithm>
#include <map>

namespace firsthand::assessment {

namespace {

using model::Id;
using model::Item;

using Family = std::vector<const Item*>; // twins, or one alone

// Of one competency: the anchors, and all others by family, the largest first.
struct Stock {
  std::vector<const Item*> anchors;
  std::vector<Family> families;
};

std::string family_of(const Item& item) { return item.twins.empty() ? "\n" + item.id : item.twins; }

Stock stock_of(const Id& competency, const std::vector<Item>& items) {
  Stock stock;
  std::map<std::string, Family> families;
  for (const Item& item : items) {
    if (item.competency != competency || item.state == model::ItemState::retired) continue;
    if (item.anchor)
      stock.anchors.push_back(&item);
    else
      families[family_of(item)].push_back(&item);
  }
  for (const Item* anchor : stock.anchors)
    families.erase(family_of(*anchor)); // their twin stands in every form
  for (auto& [name, family] : families)
    stock.families.push_back(std::move(family));
  std::stable_sort(stock.families.begin(), stock.families.end(), [](const Family& a, const Family& b) { return a.size() > b.size(); });
  return stock;
}

// How many of them can stand in all forms together.
int usable(const Stock& stock, int forms) {
  int all = 0;
  for (const Family& family : stock.families)
    all += std::min(static_cast<int>(family.size()), forms);
  return all;
}

// Deals out to the forms, each of which needs `each` more.
void deal(const Stock& stock, int each, std::vector<std::vector<const Item*>>& forms) {
  std::vector<int> open(forms.size(), each);
  std::size_t turn = 0;
  for (const Family& family : stock.families) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < forms.size(); ++i)
      order.push_back((turn + i) % forms.size());
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return open[a] > open[b]; });
    for (std::size_t i = 0; i < std::min(family.size(), order.size()) && open[order[i]] > 0; ++i) {
      forms[order[i]].push_back(family[i]);
      --open[order[i]];
    }
    ++turn;
  }
}

} // namespace

std::size_t first_form(std::string_view test, std::string_view number, std::size_t forms) {
  const crypto::Hash hash = crypto::sha256("firsthand-form-1\n", test, "\n", number);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i)
    value = value << 8 | hash.bytes[i];
  return forms == 0 ? 0 : static_cast<std::size_t>(value % forms);
}

std::size_t form_for(std::string_view test, std::string_view number, std::size_t forms, Role role, Try which) {
  std::size_t later = 0;
  if (role == Role::final_test) later = which == Try::first ? 1 : 2;
  if (role == Role::delayed && which == Try::first) later = 2;
  return forms == 0 ? 0 : (first_form(test, number, forms) + later) % forms;
}

std::size_t next_form(std::string_view test, std::string_view number, std::size_t forms, Role role, std::span<const std::size_t> seen) {
  const std::size_t usual = form_for(test, number, forms, role);
  if (role != Role::baseline && role != Role::final_test && role != Role::delayed) return usual;
  std::size_t best = usual;
  std::optional<std::pair<std::size_t, std::size_t>> least; // how often, and the place of the last time
  for (std::size_t i = 0; i < forms; ++i) {
    const std::size_t form = (usual + i) % forms;
    const auto last = std::find(seen.rbegin(), seen.rend(), form); // rend() - last: 0 if it was never seen
    const std::pair often{static_cast<std::size_t>(std::count(seen.begin(), seen.end(), form)),
                          static_cast<std::size_t>(seen.rend() - last)};
    if (!least || often < *least) least = often, best = form;
  }
  return best;
}

Assembled assemble(const model::Test& test) {
  Assembled result;
  result.forms.resize(static_cast<std::size_t>(std::max(test.form_count, 1)));
  int anchors = 0;
  for (const model::Quota& part : test.blueprint) {
    const Stock stock = stock_of(part.competency, test.items);
    const int fixed = std::min(static_cast<int>(stock.anchors.size()), part.count);
    const int each = part.count - fixed, there = usable(stock, test.form_count);
    if (each * test.form_count > there) result.shortages.push_back({part.competency, each * test.form_count, there});
    for (std::vector<const Item*>& form : result.forms)
      form.insert(form.end(), stock.anchors.begin(), stock.anchors.begin() + fixed);
    deal(stock, each, result.forms);
    anchors += fixed;
  }
  if (anchors != test.anchors) result.shortages.push_back({"", test.anchors, anchors});
  if (!result.shortages.empty()) result.forms.clear();
  return result;
}

std::string form_name(std::size_t form) { return std::string(1, static_cast<char>('A' + form)); }

std::optional<std::size_t> form_named(std::string_view name) {
  if (name.size() != 1 || name.front() < 'A' || name.front() > 'Z') return std::nullopt;
  return static_cast<std::size_t>(name.front() - 'A');
}

std::vector<std::size_t> forms_named(const std::vector<std::string>& names) {
  std::vector<std::size_t> forms;
  for (const std::string& name : names)
    if (const auto form = form_named(name)) forms.push_back(*form);
  return forms;
}

const char* role_word(Role role) {
  for (const auto& [word, each] : roles)
    if (each == role) return word;
  return "";
}

std::optional<Role> role_of(std::string_view word) {
  for (const auto& [each, role] : roles)
    if (each == word) return role;
  return std::nullopt;
}

} // namespace firsthand::assessment
