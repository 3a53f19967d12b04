# Compares rules/REFERENCE.md with what the program writes now.
execute_process(COMMAND ${PROGRAM} rules docs OUTPUT_VARIABLE written RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "hypelint rules docs: exit code ${code}")
endif()
file(READ ${RULES}/REFERENCE.md kept)
if(NOT kept STREQUAL written)
  message(FATAL_ERROR "rules/REFERENCE.md is not current; regenerate it: ${PROGRAM} rules docs > ${RULES}/REFERENCE.md")
endif()
