package kr.dure.ops.demo;

/** What everyone in the town shares. */
record Scene(
        Chance chance, Agenda agenda, Book book, DemoPeople people, DemoShops shops, Tills tills, Coffers coffers) {
    static Scene set() {
        var chance = new Chance();
        var agenda = new Agenda();
        return new Scene(
                chance,
                agenda,
                new Book(agenda),
                new DemoPeople(chance),
                new DemoShops(chance),
                new Tills(),
                new Coffers());
    }
}
