# Makes the catalogue of findings from docs/findings/F*.md: the front matter of each page becomes one row of a generated
# source, so that page, catalogue and test are one text. Included by engine/CMakeLists.txt; run again as a script.
if(CMAKE_SCRIPT_MODE_FILE)
  file(GLOB pages ${PAGES}/F*.md)
  list(SORT pages)
  set(rows "")
  foreach(page ${pages})
    file(READ ${page} text)
    foreach(key code gravity title template)
      if(NOT text MATCHES "(^|\n)${key}: ([^\n]+)\n")
        message(FATAL_ERROR "${page}: the front matter lacks ${key}")
      endif()
      string(REPLACE "\\" "\\\\" value "${CMAKE_MATCH_2}")
      string(REPLACE "\"" "\\\"" ${key} "${value}")
    endforeach()
    get_filename_component(name ${page} NAME_WE)
    if(NOT name STREQUAL code)
      message(FATAL_ERROR "${page}: the code is ${code}")
    endif()
    string(APPEND rows "    {\"${code}\", model::Gravity::${gravity}, \"${title}\", \"${template}\"},\n")
  endforeach()
  file(WRITE ${OUTPUT}.new "// Generated from docs/findings by engine/reading/embed.cmake.
#include \"engine/reading/findings.h\"

namespace firsthand::reading {

std::span<const FindingKind> finding_kinds() {
  static constexpr FindingKind kinds[] = {
${rows}  };
  return kinds;
}

} // namespace firsthand::reading
")
  file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
  return()
endif()

set(finding_pages ${PROJECT_SOURCE_DIR}/docs/findings)
set(finding_source ${CMAKE_CURRENT_BINARY_DIR}/finding_kinds.cpp)
file(GLOB finding_files CONFIGURE_DEPENDS ${finding_pages}/F*.md)
add_custom_command(
  OUTPUT ${finding_source}
  COMMAND ${CMAKE_COMMAND} -DPAGES=${finding_pages} -DOUTPUT=${finding_source} -P ${CMAKE_CURRENT_LIST_DIR}/embed.cmake
  COMMAND ${CMAKE_COMMAND} -E touch ${finding_source}
  DEPENDS ${finding_files} ${CMAKE_CURRENT_LIST_DIR}/embed.cmake
  COMMENT "Embedding the wording of findings")
target_sources(fh_reading PRIVATE ${finding_source})
