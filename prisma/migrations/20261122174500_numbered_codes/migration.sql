-- Codes in the order of their numbers: 9.1.2 before 9.1.10.
create collation kp_numbered (provider = icu, locale = 'en-u-kn-true');
