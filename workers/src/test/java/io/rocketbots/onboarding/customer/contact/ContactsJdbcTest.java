package io.rocketbots.onboarding.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rocketbots.onboarding.customer.contact.ContactList.Page;
import io.rocketbots.onboarding.customer.contact.ContactList.Wanted;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class ContactsJdbcTest {

    private final TestDatabase database;
    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;

    ContactsJdbcTest(TestDatabase database) {
        this.database = database;
        context = database.with(
                clock,
                TestRepositories.class,
                Contacts.class,
                ContactCount.class,
                ContactList.class,
                AddContact.class,
                EditContact.class,
                DeleteContact.class);
    }

    @BeforeEach
    void open() {
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void countsWhatIsAddedAndDeleted() {
        SpaceVisitor agent = spaces().agentOf(null);

        Contact ada = added(agent, "Ada", "Lovelace");
        added(agent, "Grace", "Hopper");
        boolean deleted = the(DeleteContact.class).delete(agent, ada.id());
        boolean deletedAgain = the(DeleteContact.class).delete(agent, ada.id());

        assertThat(deleted).isTrue();
        assertThat(deletedAgain).isFalse();
        assertThat(spaces().again(agent).space().contacts()).isEqualTo(1);
        assertThat(found(agent, "")).containsExactly("Grace Hopper");
        assertThat(found(agent, "ada")).isEmpty();
    }

    @Test
    void addsNothingThatHasFaults() {
        SpaceVisitor agent = spaces().agentOf(null);

        AddContact.Result result = the(AddContact.class).add(agent, new ContactDraft("Ada", "", "nobody", ""));

        assertThat(result).isInstanceOf(AddContact.Result.Faulty.class);
        assertThat(spaces().again(agent).space().contacts()).isZero();
    }

    @Test
    void addsNothingToAFullSpaceUntilThereIsRoomAgain() {
        SpaceVisitor agent = spaces().agentOf(1);
        Contact ada = added(agent, "Ada", "Lovelace");

        AddContact.Result refused = the(AddContact.class).add(agent, named("Grace", "Hopper"));
        the(DeleteContact.class).delete(agent, ada.id());
        AddContact.Result taken = the(AddContact.class).add(agent, named("Grace", "Hopper"));

        assertThat(refused).isInstanceOf(AddContact.Result.NoRoom.class);
        assertThat(taken).isInstanceOf(AddContact.Result.Added.class);
    }

    @Test
    void deletesFromASpaceWhoseLimitWasLoweredBelowWhatItHolds() {
        SpaceVisitor agent = spaces().agentOf(null);
        Contact ada = added(agent, "Ada", "Lovelace");
        added(agent, "Grace", "Hopper");
        limit(agent, 1);

        assertThat(the(DeleteContact.class).delete(agent, ada.id())).isTrue();
        assertThat(the(AddContact.class).add(agent, named("Alan", "Turing")))
                .isInstanceOf(AddContact.Result.NoRoom.class);
        assertThat(spaces().again(agent).space().contacts()).isEqualTo(1);
    }

    @Test
    void keepsTheLimitWhoeverAddsAtTheSameMoment() throws Exception {
        SpaceVisitor agent = spaces().agentOf(25);
        List<Callable<AddContact.Result>> people = IntStream.range(0, 40)
                .<Callable<AddContact.Result>>mapToObj(number ->
                        () -> the(AddContact.class).add(agent, named("Ada " + number, "")))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            List<AddContact.Result> results =
                    threads.invokeAll(people).stream().map(Future::resultNow).toList();
            assertThat(results)
                    .filteredOn(AddContact.Result.Added.class::isInstance)
                    .hasSize(25);
        }
        assertThat(spaces().again(agent).space().contacts()).isEqualTo(25);
        assertThat(found(agent, "")).hasSize(25);
    }

    @Test
    void neverOverwritesAChangeThatWasNotSeen() {
        SpaceVisitor agent = spaces().agentOf(null);
        Contact ada = added(agent, "Ada", "Byron");

        EditContact.Result first = the(EditContact.class).edit(agent, ada.id(), 0, named("Ada", "Lovelace"));
        EditContact.Result second = the(EditContact.class).edit(agent, ada.id(), 0, named("Ada", "King"));
        EditContact.Result knowing = the(EditContact.class).edit(agent, ada.id(), 1, named("Ada", "King"));

        assertThat(first).isInstanceOf(EditContact.Result.Saved.class);
        assertThat(second)
                .isInstanceOfSatisfying(
                        EditContact.Result.Overtaken.class,
                        overtaken ->
                                assertThat(overtaken.present().displayName()).isEqualTo("Ada Lovelace"));
        assertThat(knowing).isInstanceOf(EditContact.Result.Saved.class);
        assertThat(found(agent, "king")).containsExactly("Ada King");
        assertThat(found(agent, "byron")).isEmpty();
    }

    @Test
    void knowsNoContactOfAnotherSpace() {
        SpaceVisitor agent = spaces().agentOf(null);
        SpaceVisitor other = spaces().agentOf(null);
        Contact ada = added(agent, "Ada", "Lovelace");

        assertThat(the(EditContact.class).edit(other, ada.id(), 0, named("Eve", "")))
                .isInstanceOf(EditContact.Result.Gone.class);
        assertThat(the(DeleteContact.class).delete(other, ada.id())).isFalse();
        assertThat(found(other, "ada")).isEmpty();
        assertThat(found(agent, "ada")).containsExactly("Ada Lovelace");
    }

    @Test
    void changesNothingInASuspendedSpace() {
        SpaceVisitor agent = spaces().agentOf(null);
        Contact ada = added(agent, "Ada", "Lovelace");
        jdbc().sql("UPDATE space SET state = 'SUSPENDED'").update();
        SpaceVisitor reseller = spaces().again(agent);

        assertThat(the(AddContact.class).add(reseller, named("Grace", "Hopper")))
                .isInstanceOf(AddContact.Result.NoRoom.class);
        assertThatIllegalStateException()
                .isThrownBy(() -> the(DeleteContact.class).delete(reseller, ada.id()));
        assertThatIllegalStateException()
                .isThrownBy(() -> the(EditContact.class).edit(reseller, ada.id(), 0, named("Eve", "")));
    }

    @Test
    void listsByLastNameAndFirstNameWithoutRegardToCaseAndAccents() {
        SpaceVisitor agent = spaces().agentOf(null);
        Stream.of("Zoe Zander", "Bob müller", "Ann Müller", "Ida Mueller", "Eva ÄPFEL", "Jan Łukasz")
                .map(name -> name.split(" "))
                .forEach(name -> added(agent, name[0], name[1]));

        assertThat(found(agent, ""))
                .containsExactly("Eva ÄPFEL", "Jan Łukasz", "Ida Mueller", "Ann Müller", "Bob müller", "Zoe Zander");
    }

    @Test
    void findsByTheBeginningOfEveryFieldAndEveryWord() {
        SpaceVisitor agent = spaces().agentOf(null);
        added(agent, new ContactDraft("Anna-Maria", "O'Neil Strauß", "am.oneil@shop.example", "+49 (30) 123-45"));
        added(agent, "Bob", "Builder");

        assertThat(List.of(
                        "ann",
                        "anna-m",
                        "MARIA",
                        "o'neil",
                        "neil",
                        "strauss",
                        "STRAUß",
                        "am.oneil@",
                        "oneil",
                        "shop.ex",
                        "+49 30 12",
                        "0049 30",
                        "4930",
                        "anna strau",
                        "strau anna am.oneil@shop.example"))
                .allSatisfy(search -> assertThat(found(agent, search)).hasSize(1));
        assertThat(List.of("nna", "anna bob", "oneill", "30 12", "%", "_"))
                .allSatisfy(search -> assertThat(found(agent, search)).isEmpty());
    }

    @Test
    void showsAContactOnceThatFitsTwice() {
        SpaceVisitor agent = spaces().agentOf(null);
        added(agent, new ContactDraft("Anna", "Anders", "anna.anders@an.example", ""));

        assertThat(found(agent, "an")).containsExactly("Anna Anders");
    }

    @Test
    void leadsThroughAllPagesAndBack() {
        SpaceVisitor agent = spaces().agentOf(null);
        insert(IntStream.range(0, 120)
                .mapToObj(number -> Contact.create(
                        agent.space().id(), named("Ada", "Name%03d".formatted(number / 2)), clock.instant()))
                .toList());

        for (String search : List.of("", "ada", "name ada")) {
            Page first = page(agent, search, null, null);
            Page second = page(agent, search, first.next(), null);
            Page third = page(agent, search, second.next(), null);
            Page secondAgain = page(agent, search, null, third.previous());
            Page firstAgain = page(agent, search, null, secondAgain.previous());

            assertThat(first.previous()).isNull();
            assertThat(Stream.of(first, second, third).flatMap(page -> page.contacts().stream()))
                    .hasSize(120)
                    .doesNotHaveDuplicates()
                    .extracting(Contact::lastName)
                    .isSorted();
            assertThat(third.next()).isNull();
            assertThat(secondAgain.contacts()).isEqualTo(second.contacts());
            assertThat(firstAgain.contacts()).isEqualTo(first.contacts());
            assertThat(firstAgain.previous()).isNull();
        }
    }

    @Test
    void findsWhatHasAllWordsWhicheverWayIsTheShortest() {
        SpaceVisitor agent = spaces().agentOf(null);
        Random random = new Random(5);
        List<Contact> contacts = IntStream.range(0, 400)
                .mapToObj(number -> Contact.create(
                        agent.space().id(),
                        new ContactDraft(
                                word(random),
                                word(random) + " " + word(random),
                                word(random) + number + "@" + word(random) + ".example",
                                "+49 30 " + (100 + random.nextInt(20))),
                        clock.instant()))
                .toList();
        insert(contacts);

        assertThat(Stream.generate(() -> word(random) + " " + word(random) + (random.nextBoolean() ? " 4930" : ""))
                        .limit(60))
                .allSatisfy(search -> {
                    List<String> terms = List.of(search.split(" "));
                    assertThat(allFound(agent, search))
                            .containsExactlyInAnyOrderElementsOf(contacts.stream()
                                    .filter(contact -> terms.stream().allMatch(term -> has(contact, term)))
                                    .map(Contact::id)
                                    .toList());
                });
    }

    /** Words that begin alike, are short or are the beginning of others, so that they meet in every way. */
    private static String word(Random random) {
        return List.of("a", "an", "ann", "anna", "annabel", "bo", "bob", "bobby", "carla", "carlos", "müller", "mül")
                .get(random.nextInt(12));
    }

    private static boolean has(Contact contact, String term) {
        byte[] prefix = SearchWords.terms(term).getFirst();
        return SearchWords.entries(contact).stream()
                .anyMatch(entry -> entry.length >= prefix.length
                        && Arrays.equals(entry, 0, prefix.length, prefix, 0, prefix.length));
    }

    private List<ContactId> allFound(SpaceVisitor agent, String search) {
        List<ContactId> found = new ArrayList<>();
        Page page = page(agent, search, null, null);
        while (!page.contacts().isEmpty()) {
            page.contacts().forEach(contact -> found.add(contact.id()));
            if (page.next() == null) {
                break;
            }
            page = page(agent, search, page.next(), null);
        }
        return found;
    }

    @Test
    void readsHardlyMoreThanItFindsWhenTwoCommonWordsHardlyMeet() {
        SpaceVisitor agent = spaces().agentOf(null);
        insert(IntStream.range(0, 6000)
                .mapToObj(number -> Contact.create(
                        agent.space().id(),
                        new ContactDraft(
                                number == 77 ? "Homer" : "Ada",
                                "Name" + number,
                                "ada" + number + (number % 2 == 0 ? "@home.example" : "@mail.example"),
                                ""),
                        clock.instant()))
                .toList());
        jdbc().sql("ANALYZE").update();

        assertThat(found(agent, "home mail.example")).containsExactly("Homer Name77");
        assertThat(rowsRead(agent, "home", "mail.example")).isLessThan(20);
    }

    @Test
    void stopsLookingWhereThereIsTooMuchAndGoesOnFromThere() {
        SpaceVisitor agent = spaces().agentOf(null);
        int each = ContactList.LOOKED_AT + 100;
        insert(IntStream.range(0, 2 * each)
                .mapToObj(number -> Contact.create(
                        agent.space().id(),
                        new ContactDraft(
                                number == 2 * each - 1 ? "Homer" : "Ada",
                                "Name%05d".formatted(number),
                                "ada" + number + (number % 2 == 0 ? "@home.example" : "@mail.example"),
                                ""),
                        clock.instant()))
                .toList());

        Page first = page(agent, "ho ma", null, null);
        Page second = page(agent, "ho ma", first.next(), null);
        Page firstAgain = page(agent, "ho ma", null, second.previous());

        assertThat(first.contacts()).isEmpty();
        assertThat(first.unfinished()).isTrue();
        assertThat(first.backwards()).isFalse();
        assertThat(second.contacts()).extracting(Contact::firstName).containsExactly("Homer");
        assertThat(second.unfinished()).isFalse();
        assertThat(second.next()).isNull();
        assertThat(firstAgain.contacts()).isEmpty();
        assertThat(firstAgain.unfinished() && firstAgain.backwards()).isTrue();
        assertThat(firstAgain.previous()).isNotNull();
        assertThat(page(agent, "ada name", null, null).unfinished()).isFalse();
    }

    /** How many rows of all tables and indexes the database says that it read for a page of that search. */
    private int rowsRead(SpaceVisitor agent, String... words) {
        List<byte[]> terms = SearchWords.terms(String.join(" ", words));
        byte[] pair = SearchWords.pair(terms.get(0), terms.get(1)).orElseThrow();
        String plan = jdbc()
                .sql("EXPLAIN ANALYZE " + ContactList.searchSql(true, 2, false, false, false))
                .param("space", agent.space().id().value())
                .param("from", pair)
                .param("to", SearchWords.behind(pair))
                .param("from0", terms.get(0))
                .param("to0", SearchWords.behind(terms.get(0)))
                .param("from1", terms.get(1))
                .param("to1", SearchWords.behind(terms.get(1)))
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"));
        // H2 says "scanCount: 3"; PostgreSQL "(actual time=0.1..0.2 rows=3 loops=1)" and what it read in vain.
        return Pattern.compile("scanCount: (\\d+)|actual time=\\S+ rows=(\\d+) loops|Rows Removed by .*: (\\d+)")
                .matcher(plan)
                .results()
                .flatMap(found -> IntStream.rangeClosed(1, 3).mapToObj(found::group))
                .filter(Objects::nonNull)
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private void insert(List<Contact> contacts) {
        the(TransactionTemplate.class)
                .executeWithoutResult(status -> the(Contacts.class).insert(contacts));
    }

    @Test
    void readsAPageAndASearchFromAnIndexWithoutSorting() {
        SpaceVisitor agent = spaces().agentOf(null);
        SpaceVisitor other = spaces().agentOf(null);
        the(TransactionTemplate.class)
                .executeWithoutResult(status -> Stream.of(agent, other)
                        .forEach(visitor -> the(Contacts.class)
                                .insert(IntStream.range(0, 3000)
                                        .mapToObj(number -> Contact.create(
                                                visitor.space().id(),
                                                named("Ada" + number % 100, "Name" + number),
                                                clock.instant()))
                                        .toList())));
        jdbc().sql("ANALYZE").update();

        assertThat(plan(ContactList.listSql(false, false), agent))
                .contains("contact_list")
                .doesNotContain("sort key");
        assertThat(plan(ContactList.listSql(true, true), agent))
                .contains("contact_list")
                .doesNotContain("sort key");
        assertThat(plan(ContactList.searchSql(false, 0, false, false, false), agent))
                .contains("contact_search")
                .doesNotContain("sort key");
        assertThat(plan(ContactList.searchSql(false, 1, true, true, false), agent))
                .contains("contact_search")
                .doesNotContain("sort key");
        assertThat(plan(ContactList.searchSql(true, 2, true, true, true), agent))
                .contains("contact_search")
                .doesNotContain("sort key");
    }

    /** How the database would run it; for H2 with a "sort key" when it would have to sort, as PostgreSQL says. */
    private String plan(String sql, SpaceVisitor visitor) {
        String plan = jdbc()
                .sql("EXPLAIN " + sql)
                .param("space", visitor.space().id().value())
                .param("key", new byte[] {'n'})
                .param("id", new UUID(0, 0))
                .param("endKey", new byte[] {'n'})
                .param("endId", new UUID(0, 0))
                .param("from", new byte[] {'a'})
                .param("to", new byte[] {'b'})
                .param("from0", new byte[] {'a'})
                .param("to0", new byte[] {'b'})
                .param("from1", new byte[] {'n'})
                .param("to1", new byte[] {'o'})
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.joining("\n"))
                .toLowerCase(Locale.ROOT);
        boolean sorts = database == TestDatabase.H2 && !plan.contains("/* index sorted */");
        return sorts ? plan + "\nsort key" : plan;
    }

    private SpaceOfContacts spaces() {
        return new SpaceOfContacts(the(Spaces.class), the(Accounts.class), clock);
    }

    private Contact added(SpaceVisitor visitor, String firstName, String lastName) {
        return added(visitor, named(firstName, lastName));
    }

    private Contact added(SpaceVisitor visitor, ContactDraft draft) {
        return ((AddContact.Result.Added) the(AddContact.class).add(visitor, draft)).contact();
    }

    private static ContactDraft named(String firstName, String lastName) {
        return new ContactDraft(firstName, lastName, "", "");
    }

    private List<String> found(SpaceVisitor visitor, String search) {
        return page(visitor, search, null, null).contacts().stream()
                .map(Contact::displayName)
                .toList();
    }

    private Page page(SpaceVisitor visitor, String search, @Nullable String after, @Nullable String before) {
        return the(ContactList.class).page(visitor.space().id(), new Wanted(search, after, before));
    }

    private void limit(SpaceVisitor visitor, int limit) {
        jdbc().sql("UPDATE space SET contact_limit = :limit WHERE id = :id")
                .param("limit", limit)
                .param("id", visitor.space().id().value())
                .update();
    }

    private JdbcClient jdbc() {
        return the(JdbcClient.class);
    }

    private <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }
}
