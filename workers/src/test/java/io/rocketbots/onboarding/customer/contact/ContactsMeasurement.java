package io.rocketbots.onboarding.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.customer.contact.ContactList.Page;
import io.rocketbots.onboarding.customer.contact.ContactList.Wanted;
import io.rocketbots.onboarding.customer.contact.StartImport.Upload;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * Says how fast the contacts of a Space with a million of them are, on a PostgreSQL and on an H2 file as local mode runs
 * it. It is run by hand, as CONTRIBUTING says, and prints its figures; {@code ContactsJdbcTest} holds what they rest on.
 */
@OnEachDatabase
class ContactsMeasurement {

    private static final int CONTACTS = Integer.getInteger("contacts", 1_000_000);
    private static final int AT_ONCE = 5_000;
    private static final int IMPORTED = 5_000;
    private static final int TIMES = 200;

    /** As the migrations make them, and in that order, by which H2 chooses between two that are as good. */
    private static final List<String> INDEXES = List.of(
            "contact_list ON contact (space_id, sort_key, id)",
            "contact_identity ON contact (space_id, identity)",
            "contact_search ON contact_word (space_id, entry, contact_id)");

    private static final String[] FIRST = {
        "Maria", "Anna", "Jose", "Ali", "Fatima", "John", "Peter", "Olga", "Yuki", "Chen", "Lena", "Paul", "Emma",
        "Noah", "Mia", "Liam", "Zoe", "Omar", "Sara", "Ivan"
    };
    private static final String[] LAST = {
        "Garcia",
        "Smith",
        "Mueller",
        "Rossi",
        "Ivanov",
        "Tanaka",
        "Wang",
        "Silva",
        "Kowalski",
        "Jensen",
        "Novak",
        "Dubois",
        "Khan",
        "Nguyen",
        "Brown",
        "Lopez",
        "Weber",
        "Costa",
        "Popov",
        "Berg"
    };

    private final TestDatabase database;
    private final AnnotationConfigApplicationContext context;

    ContactsMeasurement(TestDatabase database) {
        this.database = database;
        context = database.with(
                Clock.systemUTC(),
                TestRepositories.class,
                Contacts.class,
                ContactCount.class,
                ContactList.class,
                AddContact.class,
                EditContact.class,
                DeleteContact.class,
                StartImport.class,
                ImportQueue.class,
                ImportBatches.class,
                WorkOffImports.class,
                ContactImports.class);
        context.registerBean(
                ContactTerms.class,
                () -> new ContactTerms(
                        DataSize.ofMegabytes(50), IMPORTED, Duration.ofSeconds(30), Duration.ofSeconds(5)));
        if (database == TestDatabase.H2) {
            context.registerBean(JdbcConnectionPool.class, ContactsMeasurement::inFile);
            context.registerBean(DataSource.class, () -> context.getBean(JdbcConnectionPool.class));
        }
    }

    private static JdbcConnectionPool inFile() {
        Path file = Path.of("target", "measurement", UUID.randomUUID().toString(), "onboarding")
                .toAbsolutePath();
        JdbcConnectionPool pool = JdbcConnectionPool.create(
                "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;MODE=PostgreSQL;WRITE_DELAY=0", "sa", "");
        Flyway.configure().dataSource(pool).load().migrate();
        return pool;
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
    void measures() throws Exception {
        SpaceVisitor agent = spaces().agentOf(null);
        fill(agent);
        Random random = new Random(7);
        String next = page(agent, "garcia maria", null).next();

        measure("first page", time -> assertThat(rows(agent, "", null)).isEqualTo(50));
        String[] places = IntStream.range(0, TIMES)
                .mapToObj(time ->
                        place(page(agent, number(random), null).contacts().getFirst()))
                .toArray(String[]::new);
        measure("deep page", time -> assertThat(rows(agent, "", places[time])).isEqualTo(50));
        measure(
                "one common word",
                time -> assertThat(rows(agent, pick(LAST, random), null)).isEqualTo(50));
        measure(
                "a number",
                time -> assertThat(rows(agent, number(random), null)).isPositive());
        measure(
                "two words that often meet",
                time -> assertThat(rows(agent, "garcia maria", null)).isEqualTo(50));
        measure(
                "their next page",
                time -> assertThat(rows(agent, "garcia maria", next)).isEqualTo(50));
        measure(
                "common words, hardly meet",
                time -> assertThat(rows(agent, "mail.example post", null)).isEqualTo(3));
        measure(
                "common words, never meet",
                time -> assertThat(rows(agent, "mail.example home.example", null))
                        .isZero());
        measure(
                "three words, never meet",
                time -> assertThat(rows(agent, "maria mail.example home.example", null))
                        .isZero());
        measure(
                "they begin alike",
                time -> assertThat(rows(agent, "post1 post2", null)).isZero());
        measure(
                "one of them is short",
                time -> assertThat(rows(agent, "ho mail.example", null)).isZero());
        measure(
                "rare and common word",
                time -> assertThat(rows(agent, "poster mail.example", null)).isEqualTo(3));
        measure("no hit", time -> assertThat(rows(agent, "xylophone", null)).isZero());
        changes(agent, random);
        imports(agent, random);
    }

    private void changes(SpaceVisitor agent, Random random) {
        Contact[] added = new Contact[TIMES];
        measure(
                "add",
                time -> added[time] = ((AddContact.Result.Added)
                                the(AddContact.class).add(agent, draft(CONTACTS + time, random)))
                        .contact());
        measure(
                "edit",
                time -> assertThat(the(EditContact.class)
                                .edit(
                                        agent,
                                        added[time].id(),
                                        added[time].version(),
                                        draft(2 * CONTACTS + time, random)))
                        .isInstanceOf(EditContact.Result.Saved.class));
        measure(
                "delete",
                time -> assertThat(the(DeleteContact.class).delete(agent, added[time].id()))
                        .isTrue());
    }

    /** In bulk, with the indexes made at the end, since a real import of a million lines takes its time. */
    private void fill(SpaceVisitor agent) {
        List<String> keys = jdbc().sql("""
                SELECT 'ALTER TABLE ' || table_name || ' DROP CONSTRAINT ' || constraint_name
                FROM information_schema.table_constraints
                WHERE lower(table_name) IN ('contact', 'contact_word') AND constraint_type = 'PRIMARY KEY'
                """).query(String.class).list();
        keys.forEach(this::run);
        INDEXES.forEach(index -> run("DROP INDEX " + index.substring(0, index.indexOf(' '))));
        Random random = new Random(1);
        for (int from = 0; from < CONTACTS; from += AT_ONCE) {
            List<Contact> some = IntStream.range(from, from + AT_ONCE)
                    .mapToObj(number -> Contact.create(agent.space().id(), draft(number, random), Instant.now()))
                    .toList();
            the(TransactionTemplate.class)
                    .executeWithoutResult(status -> the(Contacts.class).insert(some));
        }
        run("ALTER TABLE contact ADD PRIMARY KEY (id)");
        run("ALTER TABLE contact_word ADD PRIMARY KEY (contact_id, entry)");
        INDEXES.forEach(index -> run("CREATE INDEX " + index));
        run("UPDATE space SET contacts = " + CONTACTS);
        run(database == TestDatabase.POSTGRESQL ? "VACUUM ANALYZE" : "ANALYZE");
        say("%,d contacts with %,d words".formatted(count("contact"), count("contact_word")));
    }

    private void run(String sql) {
        jdbc().sql(sql).update();
    }

    private int count(String table) {
        return jdbc().sql("SELECT COUNT(*) FROM " + table).query(Integer.class).single();
    }

    private void imports(SpaceVisitor agent, Random random) throws Exception {
        byte[] file = file(3 * CONTACTS, 3 * CONTACTS + IMPORTED, random);
        Upload upload = () -> new ByteArrayInputStream(file);
        Instant begun = Instant.now();
        the(StartImport.class).start(agent, "Ada", "contacts.csv", file.length, upload);
        the(WorkOffImports.class).run(() -> true);
        say("import: %,d contacts a second"
                .formatted(IMPORTED
                        * 1000L
                        / Duration.between(begun, Instant.now()).toMillis()));
        assertThat(spaces().again(agent).space().contacts()).isEqualTo(CONTACTS + IMPORTED);
    }

    private static byte[] file(int from, int to, Random random) {
        StringBuilder csv = new StringBuilder("first_name,last_name,email,phone\n");
        for (int number = from; number < to; number++) {
            ContactDraft draft = draft(number, random);
            csv.append("%s,%s,%s,%s\n".formatted(draft.firstName(), draft.lastName(), draft.email(), draft.phone()));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Of ten people five are with one mail provider, three with another, and two with a company of two hundred people. */
    private static ContactDraft draft(int number, Random random) {
        String first = pick(FIRST, random) + (random.nextInt(4) == 0 ? "na" : "");
        String last = pick(LAST, random) + (random.nextInt(3) == 0 ? "-" + pick(LAST, random) : "");
        int kind = number % 10;
        String domain = kind < 5 ? "mail.example" : kind < 8 ? "home.example" : "post" + number / 1000 + ".example";
        boolean odd = number % (CONTACTS / 3) == CONTACTS / 7;
        String email = first + "." + last + number + "@" + (odd ? "mail.example" : domain);
        String phone = "+49 30 %07d".formatted(number);
        return new ContactDraft(first, odd ? "Poster" : last, email.toLowerCase(Locale.ROOT), phone);
    }

    private static String number(Random random) {
        return "+49 30 %05d".formatted(random.nextInt(CONTACTS / 100));
    }

    private static String pick(String[] names, Random random) {
        return names[random.nextInt(names.length)];
    }

    /** The address of the page behind that contact, as the page before would give it. */
    private static String place(Contact contact) {
        byte[] key = SearchWords.sortKey(contact);
        UUID id = contact.id().value();
        byte[] place = ByteBuffer.allocate(2 * Long.BYTES + key.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(key)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place);
    }

    private int rows(SpaceVisitor agent, String search, @Nullable String after) {
        return page(agent, search, after).contacts().size();
    }

    private Page page(SpaceVisitor agent, String search, @Nullable String after) {
        return the(ContactList.class).page(agent.space().id(), new Wanted(search, after, null));
    }

    private void measure(String what, IntConsumer once) {
        measure(what, TIMES, once);
    }

    private void measure(String what, int times, IntConsumer once) {
        long[] nanos = IntStream.range(0, times)
                .mapToLong(time -> {
                    long begun = System.nanoTime();
                    once.accept(time);
                    return System.nanoTime() - begun;
                })
                .sorted()
                .toArray();
        say("%s: p50 %.1f ms, p95 %.1f ms".formatted(what, nanos[times / 2] / 1e6, nanos[times * 95 / 100] / 1e6));
    }

    /** The load of the machine belongs to each figure. */
    @SuppressWarnings("SystemOut")
    private void say(String figure) {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.println("%s, load %.1f, %s".formatted(database, load, figure));
    }

    private SpaceOfContacts spaces() {
        return new SpaceOfContacts(the(Spaces.class), the(Accounts.class), Clock.systemUTC());
    }

    private JdbcClient jdbc() {
        return the(JdbcClient.class);
    }

    private <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }
}
