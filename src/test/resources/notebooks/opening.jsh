var lab = List.of(1, 2);
