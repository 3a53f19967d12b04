# What is built from the stages and installed: libhypelint, the program, the rule packs.

add_library(hypelint STATIC)
add_library(hypelint::hypelint ALIAS hypelint)
foreach(stage IN ITEMS support source document text evidence rules lint report)
  target_sources(hypelint PRIVATE $<TARGET_OBJECTS:hypelint_${stage}>)
endforeach()
target_include_directories(hypelint PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_compile_features(hypelint PUBLIC cxx_std_20)
target_link_libraries(hypelint PRIVATE ICU::uc ICU::i18n PkgConfig::RE2 PkgConfig::MD4C PkgConfig::YAML Threads::Threads
                                       $<BUILD_INTERFACE:hypelint_flags>)
set_target_properties(hypelint PROPERTIES LINKER_LANGUAGE CXX)

add_executable(hypelint_program ${PROJECT_SOURCE_DIR}/src/cli/main.cpp)
set_target_properties(hypelint_program PROPERTIES OUTPUT_NAME hypelint RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
target_link_libraries(hypelint_program PRIVATE hypelint_cli hypelint hypelint_flags spdlog::spdlog)

# The build tree has the shape of an installation, so that the program finds its pack in the same way in both.
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/share/hypelint)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/rules ${PROJECT_BINARY_DIR}/share/hypelint/rules SYMBOLIC)

include(CMakePackageConfigHelpers)
set(config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/hypelint)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/hypelintConfig.cmake.in ${PROJECT_BINARY_DIR}/hypelintConfig.cmake
                              INSTALL_DESTINATION ${config_dir} PATH_VARS CMAKE_INSTALL_DATADIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/hypelintConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(TARGETS hypelint EXPORT hypelintTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(TARGETS hypelint_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(EXPORT hypelintTargets NAMESPACE hypelint:: DESTINATION ${config_dir} COMPONENT development)
install(FILES ${PROJECT_BINARY_DIR}/hypelintConfig.cmake ${PROJECT_BINARY_DIR}/hypelintConfigVersion.cmake DESTINATION ${config_dir}
        COMPONENT development)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/hypelint DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/rules DESTINATION ${CMAKE_INSTALL_DATADIR}/hypelint COMPONENT program)
