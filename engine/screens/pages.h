// The pages of a shell by their types, for who works with one of them without a frame: the program's hands and tests.
#pragma once

#include "engine/screens/attempts/page.h"
#include "engine/screens/debrief/page.h"
#include "engine/screens/home/page.h"
#include "engine/screens/lists/page.h"
#include "engine/screens/shell/shell.h"
#include "engine/screens/sign_in/page.h"
#include "engine/screens/station/page.h"
#include "engine/screens/supervision/page.h"
#include "engine/screens/test_result/page.h"
#include "engine/screens/trouble/page.h"

namespace firsthand::screens {

inline TroublePage& trouble(Shell& shell) { return static_cast<TroublePage&>(shell.at(PageName::trouble)); }
inline ClockPage& clock(Shell& shell) { return static_cast<ClockPage&>(shell.at(PageName::clock)); }
inline StationPage& station(Shell& shell) { return static_cast<StationPage&>(shell.at(PageName::station)); }
inline SignInPage& sign_in(Shell& shell) { return static_cast<SignInPage&>(shell.at(PageName::sign_in)); }
inline HomePage& home(Shell& shell) { return static_cast<HomePage&>(shell.at(PageName::home)); }
inline AttemptsPage& attempts(Shell& shell) { return static_cast<AttemptsPage&>(shell.at(PageName::attempts)); }
inline ListsPage& lists(Shell& shell) { return static_cast<ListsPage&>(shell.at(PageName::lists)); }
inline DebriefPage& debrief(Shell& shell) { return static_cast<DebriefPage&>(shell.at(PageName::debrief)); }
inline SupervisionPage& supervision(Shell& shell) { return static_cast<SupervisionPage&>(shell.at(PageName::supervision)); }
inline IdentityPage& identity(Shell& shell) { return static_cast<IdentityPage&>(shell.at(PageName::identity)); }
inline TestResultPage& test_result(Shell& shell) { return static_cast<TestResultPage&>(shell.at(PageName::test_result)); }

} // namespace firsthand::screens
