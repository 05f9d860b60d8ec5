// The pages that the program has.
#include "engine/screens/attempts/page.h"
#include "engine/screens/debrief/page.h"
#include "engine/screens/home/page.h"
#include "engine/screens/lists/page.h"
#include "engine/screens/opening/page.h"
#include "engine/screens/page.h"
#include "engine/screens/play/page.h"
#include "engine/screens/settings/page.h"
#include "engine/screens/sign_in/page.h"
#include "engine/screens/station/page.h"
#include "engine/screens/supervision/page.h"
#include "engine/screens/test_result/page.h"
#include "engine/screens/trouble/page.h"

namespace firsthand::screens {

template<class P> std::unique_ptr<Page> opened_page(Context& context) { return std::make_unique<P>(context); }

std::vector<PageKind> all_pages() {
  return {{PageName::opening, opened_page<OpeningPage>},
          {PageName::trouble, opened_page<TroublePage>},
          {PageName::clock, opened_page<ClockPage>},
          {PageName::station, opened_page<StationPage>},
          {PageName::sign_in, opened_page<SignInPage>},
          {PageName::home, opened_page<HomePage>},
          {PageName::play, opened_page<PlayPage>},
          {PageName::debrief, opened_page<DebriefPage>},
          {PageName::test_result, opened_page<TestResultPage>},
          {PageName::settings, opened_page<SettingsPage>},
          {PageName::attempts, opened_page<AttemptsPage>},
          {PageName::lists, opened_page<ListsPage>},
          {PageName::supervision, opened_page<SupervisionPage>},
          {PageName::identity, opened_page<IdentityPage>}};
}

} // namespace firsthand::screens
