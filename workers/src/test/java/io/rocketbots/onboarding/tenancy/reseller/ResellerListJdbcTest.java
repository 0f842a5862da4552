package io.rocketbots.onboarding.tenancy.reseller;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.task.Desk;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainName;
import io.rocketbots.onboarding.tenancy.reseller.ResellerList.Row;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class ResellerListJdbcTest {

    private final Desk desk;
    private Reseller older;
    private Reseller newer;

    ResellerListJdbcTest(TestDatabase database) {
        desk = new Desk(database);
        older = desk.reseller();
        desk.clock.advance(Duration.ofHours(1));
        newer = desk.reseller();
    }

    @BeforeEach
    void theNewerOneHasADomainAndTheOlderOneIsCancelled() {
        older = desk.the(Resellers.class).save(older.cancel());
        desk.the(CustomDomains.class)
                .save(CustomDomain.request(
                        newer,
                        new DomainName("chat.cinema.example"),
                        new DomainName("target.edge.example"),
                        desk.clock.instant()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void showsTheNewestFirst() {
        assertThat(found(null, "")).containsExactly(newer.id(), older.id());
    }

    @Test
    void findsByStateNameAndDomain() {
        assertThat(found(ResellerState.CANCELLED, "")).containsExactly(older.id());
        assertThat(found(null, "ACME")).containsExactly(newer.id(), older.id());
        assertThat(found(null, "cinema")).containsExactly(newer.id());
        assertThat(found(ResellerState.CANCELLED, "cinema")).isEmpty();
    }

    @Test
    void findsAnIdThatWasCopied() {
        assertThat(found(null, older.id().value().toString())).containsExactly(older.id());
    }

    private List<ResellerId> found(@Nullable ResellerState state, String search) {
        return new ResellerList(desk.the(JdbcClient.class))
                .find(state, search, 0).stream().map(Row::id).toList();
    }
}
