// A table to begin with: one row of each kind of question that a table can hold.
#include "engine/exchange/exchange.h"

namespace firsthand::exchange {

namespace {

constexpr std::string_view example_rows =
    R"(id,kind,competency,twins,stem,option 1,option 2,option 3,pair 1,pair 2,pair 3,key,tolerance,units,why,why 1,why 2,why 3,source,danger
example-one,one,custody,,A sealed bag is handed to you. What comes first?,Open it and look what is in it,Compare its seal with the form,Put it away and sign later,,,,2,,,,Then nobody can say what was in it.,A wrong number is found while both are there.,What is signed later is doubted later.,practice,1 weakens
example-several,several,documentation,,What belongs on the label of a package?,The exhibit's number,Your opinion of the owner,Date and time of packing,,,,1 3,,,,It ties the package to the form.,An opinion is no label.,It begins the chain.,practice,
example-order,order,packaging,,Put these into their order.,Photograph it where it lies,Pack it,Seal the package,,,,,,,What is packed is no longer seen as it lay; what is sealed is no longer packed.,,,,practice,
example-match,match,custody,,Which paper says what?,Form of custody,Label,Log of the scene,Who had it and when,What is in the package,Who came and went,,,,Each answers another question in court.,,,,practice,
example-number,number,documentation,,A clock shows 14:32. The true time is 14:21. How far is it ahead?,-11 min,,,,,,11 min,0 min,s min,Shown minus true.,The wrong sign: it would be behind.,,,practice,
example-copy,copy,custody,,Copy this number of a seal: A 204 117,,,,,,,A 204 117,,,One wrong sign breaks the chain.,,,,practice,
example-phrase,phrase,documentation,,Make the sentence for the notes.,I found it,switched on,on the table,,,,1 2 3 | 1 3 2,,,Who and what belong in front.,,,,practice,
)";

} // namespace

// Written as any table is, for the spreadsheets of this computer.
std::string csv_template(char separator) {
  WriteOptions options;
  options.separator = separator;
  return write_items(Form::csv, read_items(Form::csv, example_rows).items, options).bytes;
}

} // namespace firsthand::exchange
