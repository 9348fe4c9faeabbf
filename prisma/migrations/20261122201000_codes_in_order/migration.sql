-- Papers stand in the order of their codes' numbers wherever they are listed: on the board, in a statement, a loan, a release.
alter table "Test" alter column code type text collate kp_numbered;
alter table "BorrowedPaper" alter column code type text collate kp_numbered;
