package io.rocketbots.onboarding.local.dns;

import io.rocketbots.onboarding.launch.domain.DomainTerms;
import io.rocketbots.onboarding.launch.domain.WatchTerms;
import io.rocketbots.onboarding.local.mode.LocalModeTables;
import io.rocketbots.onboarding.process.Variables.Ladder;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real name server for an application that is not in local mode. */
public final class TestZones implements AutoCloseable {

    private static final Duration ANY = Duration.ofMinutes(1);

    private final LocalRecords records;
    private final NameServer server;

    private TestZones(LocalRecords records, NameServer server) {
        this.records = records;
        this.server = server;
    }

    public static TestZones start(String targetZone) throws IOException {
        LocalRecords records = new LocalRecords(JdbcClient.create(LocalModeTables.inMemory()));
        DomainTerms terms = new DomainTerms(
                List.of(),
                targetZone,
                true,
                new Ladder(ANY, ANY, ANY, ANY),
                List.of(ANY),
                ANY,
                ANY,
                ANY,
                ANY,
                new WatchTerms(ANY, ANY, ANY));
        return new TestZones(records, new NameServer(0, new LocalZones(records, terms)));
    }

    public int port() {
        return server.port();
    }

    /** Lets a name lead to that one and to nothing else. */
    public void cname(String name, String target) {
        records.at(name).forEach(record -> records.delete(record.id()));
        records.save(new LocalRecord(UUID.randomUUID(), name, RecordType.CNAME, target, 60));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
