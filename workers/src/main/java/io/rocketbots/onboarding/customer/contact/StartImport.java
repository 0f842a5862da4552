package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.kernel.outbound.ForeignWork;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a file of contacts in, to be worked off in the background. */
@Component
public class StartImport {

    private static final int PART = 256 * 1024;
    /** For looking through the file. */
    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_IGNORED = 500;

    private final JdbcClient jdbc;
    private final ContactTerms terms;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    StartImport(
            JdbcClient jdbc,
            ContactTerms terms,
            Clock clock,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.clock = clock;
        this.events = events;
        this.transaction = transaction;
    }

    /** Opens the uploaded file from its beginning, each time it is called. */
    public interface Upload {
        InputStream open() throws IOException;
    }

    /** Those who work off imports listen to this after commit, so that it begins at once. */
    record ImportStarted() {}

    /** How it went. */
    public sealed interface Result {

        record Started(ImportId id) implements Result {}

        /** What is wrong with the file, in the reader's words. */
        record Unusable(String reason) implements Result {}

        record TooLarge(String reason) implements Result {}
    }

    private record Content(int contacts, String ignored) {}

    /** What was found in the file. */
    private sealed interface Looked {}

    private record Usable(CsvText text, Content content) implements Looked {}

    private record Faulty(String reason) implements Looked {}

    /** The file can be imported only after its owner mended it. */
    private static final class UnusableFile extends Exception {

        private static final long serialVersionUID = 1L;

        UnusableFile(String reason) {
            super(reason);
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Looks through the whole file and keeps it, or says why it cannot be imported. Only the keeping takes a connection
     * to the database, since a large file is read for a while.
     *
     * @param by the name of who does it
     * @param size of the file in bytes
     */
    public Result start(SpaceVisitor visitor, String by, String fileName, long size, Upload upload) {
        if (size > terms.importSize().toBytes()) {
            return new Result.TooLarge("The file has more than "
                    + terms.importSize().toMegabytes() + " MB. Divide it and import one part after the other.");
        }
        Looked looked;
        try {
            looked = ForeignWork.COMPUTING.within(DEADLINE, () -> look(upload));
        } catch (ForeignWork.Refused busy) {
            return new Result.Unusable("The file could not be read in time. Try again in a minute.");
        }
        return switch (looked) {
            case Faulty faulty -> new Result.Unusable(faulty.reason());
            case Usable usable ->
                new Result.Started(Objects.requireNonNull(transaction.execute(
                        status -> keep(visitor, by, fileName, usable.text(), usable.content(), upload))));
        };
    }

    private Looked look(Upload upload) throws IOException {
        try {
            CsvText text = CsvText.of(upload::open);
            return new Usable(text, read(text, upload));
        } catch (UnusableFile unusable) {
            return new Faulty(unusable.reason());
        } catch (CsvBounds.OutOfBounds outOfBounds) {
            return new Faulty(words(outOfBounds));
        }
    }

    /** Reads the file once to its end, so that nobody learns of a missing quote after half of it was imported. */
    private Content read(CsvText text, Upload upload) throws IOException, UnusableFile {
        try (CsvLines lines = new CsvLines(text, upload.open())) {
            CsvColumns columns = lines.columns();
            if (columns.isEmpty()) {
                throw new UnusableFile("The first line of the file must be: " + CsvColumns.HEADER);
            }
            int contacts = 0;
            try {
                while (lines.hasNext()) {
                    lines.next();
                    contacts++;
                }
            } catch (UncheckedIOException | IllegalStateException broken) {
                refuseIfOutOfBounds(broken);
                throw new UnusableFile("Near line " + lines.currentLine()
                        + " a quotation mark stands in a wrong place or has no other one that closes it.");
            }
            if (contacts == 0) {
                throw new UnusableFile("The file has no line with a contact below the first one.");
            }
            if (contacts > terms.importLines()) {
                throw new UnusableFile("The file has " + contacts + " contacts, and " + terms.importLines()
                        + " can be imported at a time. Divide it and import one part after the other.");
            }
            return new Content(contacts, cut(String.join(", ", columns.ignored()), LONGEST_IGNORED));
        } catch (UncheckedIOException brokenHeader) {
            refuseIfOutOfBounds(brokenHeader);
            throw new UnusableFile("The first line of the file must be: " + CsvColumns.HEADER);
        }
    }

    private static void refuseIfOutOfBounds(RuntimeException broken) throws UnusableFile {
        if (broken.getCause() instanceof CsvBounds.OutOfBounds outOfBounds) {
            throw new UnusableFile(words(outOfBounds));
        }
    }

    private static String words(CsvBounds.OutOfBounds outOfBounds) {
        return outOfBounds.why() + " Look whether it is separated by commas, and leave out what is no contact.";
    }

    private ImportId keep(
            SpaceVisitor visitor, String by, String fileName, CsvText text, Content content, Upload upload) {
        ImportId id = keepHead(visitor, by, fileName, text, content);
        keepParts(id, upload);
        events.publishEvent(new ImportStarted());
        return id;
    }

    private ImportId keepHead(SpaceVisitor visitor, String by, String fileName, CsvText text, Content content) {
        ImportId id = new ImportId(UUID.randomUUID());
        jdbc.sql("""
                INSERT INTO contact_import (id, space_id, file_name, started_by, started_at, charset, delimiter, ignored,
                    state, total)
                VALUES (:id, :space, :fileName, :by, :now, :charset, :delimiter, :ignored, 'RUNNING', :total)
                """)
                .param("id", id.value())
                .param("space", visitor.space().id().value())
                .param("fileName", cut(fileName.isBlank() ? "contacts.csv" : fileName, LONGEST_NAME))
                .param("by", cut(by, LONGEST_NAME))
                .param("now", Timestamp.from(clock.instant()))
                .param("charset", text.charset().name())
                .param("delimiter", String.valueOf(text.delimiter()))
                .param("ignored", content.ignored())
                .param("total", content.contacts())
                .update();
        return id;
    }

    private void keepParts(ImportId id, Upload upload) {
        try (InputStream content = upload.open()) {
            int part = 0;
            for (byte[] bytes = content.readNBytes(PART); bytes.length > 0; bytes = content.readNBytes(PART)) {
                jdbc.sql("INSERT INTO contact_import_part (import_id, part, content) VALUES (:id, :part, :content)")
                        .param("id", id.value())
                        .param("part", part++)
                        .param("content", bytes)
                        .update();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String cut(String text, int longest) {
        String plain = text.replace("\u0000", "");
        return plain.length() <= longest ? plain : plain.substring(0, longest);
    }
}
