"""What several commands are made of: names resolved, questions asked, cards and lists printed, changes delivered."""
