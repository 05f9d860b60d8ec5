# Puts the numbered migrations into the program: migrations/0001.sql … become migrations.cpp in the build folder.
file(GLOB migration_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/storage/migrations/*.sql)
list(SORT migration_files)
set(migration_rows "")
set(expected_version 1)
foreach(file ${migration_files})
  get_filename_component(number ${file} NAME_WE)
  if(NOT number MATCHES "^[0-9][0-9][0-9][0-9]$")
    message(FATAL_ERROR "${file}: a migration is named by four digits")
  endif()
  string(REGEX REPLACE "^0+" "" version ${number})
  if(NOT version EQUAL expected_version)
    message(FATAL_ERROR "${file}: version ${expected_version} was expected next")
  endif()
  math(EXPR expected_version "${expected_version} + 1")
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(READ ${file} sql)
  string(APPEND migration_rows "    {${version}, R\"sql(${sql})sql\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/storage/migrations.cpp @ONLY CONTENT
"// Made at configure time from engine/storage/migrations by engine/storage/embed.cmake. Not to be edited.
#include \"engine/storage/options.h\"

namespace firsthand::storage {

std::span<const Migration> embedded_migrations() {
  static constexpr Migration migrations[] = {
@migration_rows@  };
  return migrations;
}

} // namespace firsthand::storage
")
get_target_property(storage_kind fh_storage TYPE)
if(NOT storage_kind STREQUAL "INTERFACE_LIBRARY")
  target_sources(fh_storage PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/storage/migrations.cpp)
endif()
