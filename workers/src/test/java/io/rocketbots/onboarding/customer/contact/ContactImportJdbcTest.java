package io.rocketbots.onboarding.customer.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.customer.contact.ImportQueue.Claimed;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.unit.DataSize;

@OnEachDatabase
class ContactImportJdbcTest {

    private static final String HEADER = "first_name,last_name,email,phone\n";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;

    ContactImportJdbcTest(TestDatabase database) {
        context = database.with(
                clock,
                TestRepositories.class,
                Contacts.class,
                ContactCount.class,
                ContactList.class,
                StartImport.class,
                ImportQueue.class,
                ImportBatches.class,
                WorkOffImports.class,
                ContactImports.class,
                ImportsOfSpace.class,
                DeleteContactsOfDeletedSpaces.class);
        context.registerBean(
                ContactTerms.class,
                () -> new ContactTerms(DataSize.ofKilobytes(500), 5000, Duration.ofSeconds(30), Duration.ofSeconds(5)));
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
    void addsTheContactsOfAFileAndTellsItsFaultyLines() throws Exception {
        SpaceVisitor agent = spaces().agentOf(null);

        ContactImport done = imported(agent, HEADER + """
                Ada,Lovelace,ada@acme.example,+49 30 1234567
                "Grace
                Brewster",Hopper,grace@acme.example,

                ,,,
                Eve,"=cmd|' /C calc'!A1",eve,@SUM(1)
                Alan,Turing
                """);

        assertThat(done.added()).isEqualTo(3);
        assertThat(done.faulty()).isEqualTo(2);
        assertThat(names(agent)).containsExactly("Grace Brewster Hopper", "Ada Lovelace", "Alan Turing");
        assertThat(spaces().again(agent).space().contacts()).isEqualTo(3);
        assertThat(errors(done)).isEqualTo("""
                line,field,reason,value
                6,first_name,"Enter a first name, a last name, an email or a phone number: one of them is enough.",
                7,email,"Enter an email address, for example name@company.example.",eve
                7,phone,"Enter a phone number, for example +49 30 1234567.",'@SUM(1)
                """.replace("\n", "\r\n"));
    }

    @Test
    void readsWhatSpreadsheetsWrite() throws Exception {
        SpaceVisitor agent = spaces().agentOf(null);

        ContactImport bom = imported(agent, "\ufeff" + HEADER + "Zoë,A,,\n", StandardCharsets.UTF_8);
        ContactImport western =
                imported(agent, "First Name;Nickname;Last Name\nJürgen;JJ;B\n", Charset.forName("windows-1252"));
        ContactImport unicode = imported(agent, "Last Name\tFirst Name\nC\tŁucja\n", StandardCharsets.UTF_16);

        assertThat(names(agent)).containsExactly("Zoë A", "Jürgen B", "Łucja C");
        assertThat(bom.ignored()).isEmpty();
        assertThat(western.ignored()).isEqualTo("Nickname");
        assertThat(unicode.added()).isEqualTo(1);
    }

    @Test
    void refusesAFileThatItCannotReadAsAWhole() throws Exception {
        SpaceVisitor agent = spaces().agentOf(null);

        assertThat(unusable(agent, "")).contains("first_name,last_name,email,phone");
        assertThat(unusable(agent, "Ada,Lovelace\n")).contains("first_name,last_name,email,phone");
        assertThat(unusable(agent, HEADER)).contains("no line with a contact");
        assertThat(unusable(agent, HEADER + "Ada,\"Lovelace\nGrace,Hopper\n")).contains("quotation mark");
        assertThat(unusable(agent, HEADER + "Ada\n".repeat(5001))).contains("5001 contacts");
        assertThat(start(agent, "x".repeat(512_001), StandardCharsets.UTF_8))
                .isInstanceOf(StartImport.Result.TooLarge.class);
        assertThat(the(ContactImports.class).latest(agent.space().id())).isEmpty();
    }

    @Test
    void takesADatabaseConnectionOnlyToKeepAFileThatItHasLookedThrough() throws Exception {
        SpaceVisitor agent = spaces().agentOf(null);
        byte[] bytes = (HEADER + lines(0, 3)).getBytes(StandardCharsets.UTF_8);
        List<Boolean> inTransaction = new ArrayList<>();

        the(StartImport.class).start(agent, "Ada", "contacts.csv", bytes.length, () -> {
            inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
            return new ByteArrayInputStream(bytes);
        });

        assertThat(inTransaction).hasSizeGreaterThan(2).endsWith(true);
        assertThat(inTransaction.subList(0, inTransaction.size() - 1)).containsOnly(false);
    }

    @Test
    void keepsNothingOfAFileThatCannotBeReadToItsEnd() {
        SpaceVisitor agent = spaces().agentOf(null);
        byte[] bytes = (HEADER + lines(0, 3)).getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> the(StartImport.class).start(agent, "Ada", "contacts.csv", bytes.length, () -> {
                    if (TransactionSynchronizationManager.isActualTransactionActive()) {
                        throw new IOException("The disk is gone.");
                    }
                    return new ByteArrayInputStream(bytes);
                }))
                .hasRootCauseMessage("The disk is gone.");
        assertThat(the(ContactImports.class).latest(agent.space().id())).isEmpty();
    }

    @Test
    void addsNothingTwiceWhenAFileIsImportedTwice() throws Exception {
        SpaceVisitor agent = spaces().agentOf(null);
        String file =
                HEADER + "Ada,Lovelace,ada@acme.example,\nGrace,Hopper,,+1 555 0100\nAda,Byron,ADA@acme.example,\n";

        ContactImport first = imported(agent, file);
        ContactImport second = imported(agent, file);

        assertThat(first.added()).isEqualTo(2);
        assertThat(first.skipped()).isEqualTo(1);
        assertThat(second.added()).isZero();
        assertThat(second.skipped()).isEqualTo(3);
        assertThat(names(agent)).hasSize(2);
    }

    @Test
    void goesOnWhereItWasKilledWithNothingDoubled() throws Exception {
        SpaceVisitor agent = spaces().agentOf(null);
        ImportId id = started(agent, HEADER + lines(0, 1700));
        AtomicInteger batches = new AtomicInteger();
        Claimed killed = the(ImportQueue.class).claim().orElseThrow();
        assertThatThrownBy(() -> the(WorkOffImports.class).run(killed, () -> {
                    if (batches.incrementAndGet() > 2) {
                        throw new StackOverflowError("killed after two batches");
                    }
                    return true;
                }))
                .isInstanceOf(StackOverflowError.class);

        assertThat(the(ImportQueue.class).claim()).isEmpty();
        assertThat(progress(agent, id).done()).isEqualTo(1000);
        clock.advance(Duration.ofSeconds(31));
        the(WorkOffImports.class).run(() -> true);

        assertThat(progress(agent, id).added()).isEqualTo(1700);
        assertThat(spaces().again(agent).space().contacts()).isEqualTo(1700);
        assertThat(rows("contact")).isEqualTo(1700);
        assertThat(rows("contact_import_part")).isZero();
    }

    @Test
    void doesNothingForANodeThatLostItsLease() throws Exception {
        SpaceVisitor agent = spaces().agentOf(null);
        ImportId id = started(agent, HEADER + lines(0, 10));
        Claimed slow = the(ImportQueue.class).claim().orElseThrow();
        clock.advance(Duration.ofSeconds(31));
        Claimed other = the(ImportQueue.class).claim().orElseThrow();

        the(WorkOffImports.class).run(slow, () -> true);
        assertThat(progress(agent, id).done()).isZero();
        the(WorkOffImports.class).run(other, () -> true);

        assertThat(progress(agent, id).added()).isEqualTo(10);
        assertThat(rows("contact")).isEqualTo(10);
    }

    @Test
    void lendsOneSpaceOneWorkerAtATime() throws Exception {
        SpaceVisitor agent = spaces().agentOf(null);
        SpaceVisitor other = spaces().agentOf(null);
        ImportId first = started(agent, HEADER + lines(0, 1));
        ImportId second = started(agent, HEADER + lines(1, 2));
        ImportId ofOther = started(other, HEADER + lines(0, 1));

        assertThat(the(ImportQueue.class).claim().orElseThrow().id()).isEqualTo(first);
        assertThat(the(ImportQueue.class).claim().orElseThrow().id()).isEqualTo(ofOther);
        assertThat(the(ImportQueue.class).claim()).isEmpty();
        assertThat(the(ImportQueue.class).claim(second)).isPresent();
    }

    @Test
    void fillsASpaceExactlyToItsLimitWithTenImportsAtOnce() throws Exception {
        int limit = 3210;
        SpaceVisitor agent = spaces().agentOf(limit);
        List<ImportId> ids = List.of(
                started(agent, HEADER + lines(0, 600)),
                started(agent, HEADER + lines(600, 1200)),
                started(agent, HEADER + lines(1200, 1800)),
                started(agent, HEADER + lines(1800, 2400)),
                started(agent, HEADER + lines(2400, 3000)),
                started(agent, HEADER + lines(3000, 3600)),
                started(agent, HEADER + lines(3600, 4200)),
                started(agent, HEADER + lines(4200, 4800)),
                started(agent, HEADER + lines(4800, 5400)),
                started(agent, HEADER + lines(5400, 6000)));
        List<Claimed> claimed = ids.stream()
                .map(id -> the(ImportQueue.class).claim(id).orElseThrow())
                .toList();
        List<Callable<Object>> workers = claimed.stream()
                .map(one -> Executors.callable(() -> the(WorkOffImports.class).run(one, () -> true)))
                .toList();

        try (ExecutorService threads = Executors.newFixedThreadPool(10)) {
            threads.invokeAll(workers);
        }

        List<ContactImport> imports =
                the(ContactImports.class).latest(agent.space().id());
        assertThat(imports).hasSize(10).noneMatch(ContactImport::isRunning);
        assertThat(imports.stream().mapToInt(ContactImport::added).sum()).isEqualTo(limit);
        assertThat(imports.stream().mapToInt(ContactImport::refused).sum()).isEqualTo(6000 - limit);
        assertThat(spaces().again(agent).space().contacts()).isEqualTo(limit);
        assertThat(rows("contact")).isEqualTo(limit);
        assertThat(rows("contact_import_error")).isEqualTo(6000 - limit);
        assertThat(imports)
                .filteredOn(one -> one.refused() > 0)
                .first()
                .satisfies(one -> assertThat(errors(one)).contains("Limit reached"));
    }

    @Test
    void leavesNothingOfASpaceThatIsDeleted() throws Exception {
        SpaceVisitor agent = spaces().agentOf(null);
        imported(agent, HEADER + lines(0, 501) + ",,wrong,\n");
        started(agent, HEADER + lines(501, 502));

        the(ImportsOfSpace.class).deleteOf(agent.space().id());
        becomes("DELETED", agent);
        the(DeleteContactsOfDeletedSpaces.class).run();

        assertThat(List.of("contact", "contact_word", "contact_import", "contact_import_part", "contact_import_error"))
                .allSatisfy(table -> assertThat(rows(table)).isZero());
    }

    @Test
    void leavesTheContactsOfASpaceThatMayBeRestored() throws Exception {
        SpaceVisitor agent = spaces().agentOf(null);
        imported(agent, HEADER + lines(0, 3));

        becomes("CANCELLED", agent);
        the(DeleteContactsOfDeletedSpaces.class).run();

        assertThat(rows("contact")).isEqualTo(3);
    }

    private void becomes(String state, SpaceVisitor agent) {
        the(JdbcClient.class)
                .sql("UPDATE space SET state = :state WHERE id = :id")
                .param("state", state)
                .param("id", agent.space().id().value())
                .update();
    }

    private static String lines(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> "Ada,Name%05d,ada%d@acme.example,\n".formatted(number, number))
                .collect(Collectors.joining());
    }

    private ContactImport imported(SpaceVisitor agent, String file) throws IOException {
        return imported(agent, file, StandardCharsets.UTF_8);
    }

    private ContactImport imported(SpaceVisitor agent, String file, Charset charset) throws IOException {
        StartImport.Result.Started started = (StartImport.Result.Started) start(agent, file, charset);
        the(WorkOffImports.class).run(() -> true);
        ContactImport done = progress(agent, started.id());
        assertThat(done.isRunning()).isFalse();
        assertThat(done.done()).isEqualTo(done.total());
        return done;
    }

    private ImportId started(SpaceVisitor agent, String file) throws IOException {
        return ((StartImport.Result.Started) start(agent, file, StandardCharsets.UTF_8)).id();
    }

    private String unusable(SpaceVisitor agent, String file) throws IOException {
        return ((StartImport.Result.Unusable) start(agent, file, StandardCharsets.UTF_8)).reason();
    }

    private StartImport.Result start(SpaceVisitor agent, String file, Charset charset) throws IOException {
        byte[] bytes = file.getBytes(charset);
        return the(StartImport.class)
                .start(agent, "Ada", "contacts.csv", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private ContactImport progress(SpaceVisitor agent, ImportId id) {
        return the(ContactImports.class).find(agent.space().id(), id).orElseThrow();
    }

    private String errors(ContactImport done) throws IOException {
        StringWriter csv = new StringWriter();
        the(ContactImports.class).writeErrors(done.id(), csv);
        return csv.toString();
    }

    private List<String> names(SpaceVisitor agent) {
        return the(ContactList.class)
                .page(agent.space().id(), new ContactList.Wanted("", null, null))
                .contacts()
                .stream()
                .map(Contact::displayName)
                .toList();
    }

    private int rows(String table) {
        return the(JdbcClient.class)
                .sql("SELECT COUNT(*) FROM " + table)
                .query(Integer.class)
                .single();
    }

    private SpaceOfContacts spaces() {
        return new SpaceOfContacts(the(Spaces.class), the(Accounts.class), clock);
    }

    private <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }
}
