# SPDX-License-Identifier: MIT
# What `cmake --install BUILD --component libsubs --prefix PREFIX` puts where.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package ${CMAKE_INSTALL_LIBDIR}/cmake/subs)
install(TARGETS libsubs EXPORT subs-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT libsubs)
install(EXPORT subs-targets NAMESPACE subs:: DESTINATION ${package} COMPONENT libsubs)
install(DIRECTORY include/subs DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT libsubs)

configure_package_config_file(cmake/subs-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/subs-config.cmake
  INSTALL_DESTINATION ${package})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/subs-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/subs-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/subs-config-version.cmake
  DESTINATION ${package} COMPONENT libsubs)

# The licences of the library, and of the word lists and the table in it.
install(FILES ${PROJECT_SOURCE_DIR}/LICENSES/MIT.txt DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT libsubs)
foreach(list khmerlbdict khmer_segmenter)
  install(FILES data/khmer/words/${list}/LICENSE.txt DESTINATION ${CMAKE_INSTALL_DOCDIR}
    RENAME ${list}-LICENSE.txt COMPONENT libsubs)
endforeach()
install(FILES data/khmer/legacy/LICENSE-khmer-unicode-converter.txt DESTINATION ${CMAKE_INSTALL_DOCDIR}
  RENAME khmer-unicode-converter-LICENSE.txt COMPONENT libsubs)
