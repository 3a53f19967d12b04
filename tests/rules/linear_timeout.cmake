# Read by ctest after the tests of rules_linear_test are known.
if(rules_linear_test_TESTS)
  set_tests_properties(${rules_linear_test_TESTS} PROPERTIES TIMEOUT 20)
endif()
