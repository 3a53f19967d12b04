# What the program writes about itself (completions, manual page) and the Debian packages of `cpack -G DEB`.

# Written right after linking, so that an installation always has them and they are of this program.
if(NOT CMAKE_CROSSCOMPILING)
  set(written ${PROJECT_BINARY_DIR}/written)
  file(MAKE_DIRECTORY ${written})
  add_custom_command(TARGET hypelint_program POST_BUILD VERBATIM
    COMMAND hypelint_program completions bash > ${written}/hypelint.bash
    COMMAND hypelint_program completions zsh > ${written}/_hypelint
    COMMAND hypelint_program completions fish > ${written}/hypelint.fish
    COMMAND hypelint_program man > ${written}/hypelint.1)
  install(FILES ${written}/hypelint.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME hypelint
          COMPONENT program)
  foreach(folder IN ITEMS site-functions vendor-completions)  # vendor-completions: where Debian's zsh looks below /usr
    install(FILES ${written}/_hypelint DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/${folder} COMPONENT program)
  endforeach()
  install(FILES ${written}/hypelint.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
  install(FILES ${written}/hypelint.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
endif()
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/hypelint RENAME copyright COMPONENT program)

set(HYPELINT_PACKAGE_CONTACT "hypelint maintainers <maintainers@hypelint.invalid>" CACHE STRING "Maintainer field of the packages")
set(CPACK_PACKAGE_NAME hypelint)
set(CPACK_PACKAGE_VENDOR hypelint)
set(CPACK_PACKAGE_CONTACT ${HYPELINT_PACKAGE_CONTACT})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "linter for the claims in promotional health articles")
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "linter for the claims in promotional health articles
 Reads Markdown, HTML and plain text and points at claims that lack evidence.")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "hypelint as a C++ library
 Headers, a static library and its CMake package.")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME hypelint)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SUGGESTS git)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libhypelint-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "hypelint, libicu-dev, libre2-dev, libmd4c-dev, libyaml-dev, pkg-config")
find_program(DPKG_SHLIBDEPS dpkg-shlibdeps)
mark_as_advanced(DPKG_SHLIBDEPS)
if(DPKG_SHLIBDEPS)
  set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
endif()
include(CPack)
