package io.rocketbots.onboarding.customer.contact;

import com.google.common.collect.Iterators;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rocketbots.onboarding.customer.contact.CsvLines.Line;
import io.rocketbots.onboarding.customer.contact.ImportQueue.Claimed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Works off what waits to be imported, batch by batch. Several threads and nodes may do so at once. */
@Component
public class WorkOffImports {

    private static final Logger log = LoggerFactory.getLogger(WorkOffImports.class);
    private static final int BATCH = 500;
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(30);

    private final ImportQueue queue;
    private final ImportBatches batches;
    private final JdbcClient jdbc;
    private final Counter faults;

    WorkOffImports(ImportQueue queue, ImportBatches batches, JdbcClient jdbc, MeterRegistry meters) {
        this.queue = queue;
        this.batches = batches;
        this.jdbc = jdbc;
        this.faults = Counter.builder("onboarding.import.faults")
                .description("Imports that stopped by a fault and go on after a pause")
                .register(meters);
    }

    /** Until nothing waits, or it is told to stop. */
    public void run(BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            Optional<Claimed> next = queue.claim();
            if (next.isEmpty()) {
                return;
            }
            run(next.get(), goOn);
        }
    }

    void run(Claimed claimed, BooleanSupplier goOn) {
        try {
            workOff(claimed, goOn);
            queue.giveBack(claimed, Duration.ZERO);
        } catch (IOException | RuntimeException fault) {
            faults.increment();
            log.error(
                    "Import {} stopped and goes on after a pause.", claimed.id().value(), fault);
            queue.giveBack(claimed, PAUSE_AFTER_FAULT);
        }
    }

    private void workOff(Claimed claimed, BooleanSupplier goOn) throws IOException {
        try (CsvLines lines = new CsvLines(claimed.text(), content(claimed.id()))) {
            lines.skip(claimed.done());
            int done = claimed.done();
            while (goOn.getAsBoolean() && lines.hasNext()) {
                List<Line> batch = lines.next(BATCH);
                if (!batches.workOff(claimed, done, batch)) {
                    return;
                }
                done += batch.size();
            }
        }
    }

    /** The file as it was uploaded, one piece after the other in memory. */
    private InputStream content(ImportId id) {
        int parts = jdbc.sql("SELECT COUNT(*) FROM contact_import_part WHERE import_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
        Iterator<InputStream> pieces =
                IntStream.range(0, parts).mapToObj(part -> part(id, part)).iterator();
        return new SequenceInputStream(Iterators.asEnumeration(pieces));
    }

    private InputStream part(ImportId id, int part) {
        return new ByteArrayInputStream(
                jdbc.sql("SELECT content FROM contact_import_part WHERE import_id = :id AND part = :part")
                        .param("id", id.value())
                        .param("part", part)
                        .query((row, number) -> row.getBytes("content"))
                        .single());
    }
}
