-- What waits for one person on their first page: found among the papers that are open, however many years of sealed ones there are.
create index kp_test_of_tester on "Test" ("testerPersonId") where status in ('assigned', 'in-progress', 'concluded');
create index kp_test_of_reviewer on "Test" ("reviewerPersonId") where status in ('assigned', 'in-progress', 'concluded');
