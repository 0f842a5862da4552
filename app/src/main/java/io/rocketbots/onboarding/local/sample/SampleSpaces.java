package io.rocketbots.onboarding.local.sample;

import io.rocketbots.onboarding.customer.contact.ContactImports;
import io.rocketbots.onboarding.customer.contact.StartImport;
import io.rocketbots.onboarding.customer.space.CancelSpace;
import io.rocketbots.onboarding.customer.space.RequestSpace;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceDraft;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.customer.space.SuspendSpace;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Opens, fills and closes sample Spaces. Doing something twice is doing it once. */
@Component
@Profile("local")
class SampleSpaces {

    private final Spaces spaces;
    private final RequestSpace requestSpace;
    private final SuspendSpace suspendSpace;
    private final CancelSpace cancelSpace;
    private final ContactImports imports;
    private final StartImport startImport;
    private final Patience patience;

    SampleSpaces(
            Spaces spaces,
            RequestSpace requestSpace,
            SuspendSpace suspendSpace,
            CancelSpace cancelSpace,
            ContactImports imports,
            StartImport startImport,
            Patience patience) {
        this.spaces = spaces;
        this.requestSpace = requestSpace;
        this.suspendSpace = suspendSpace;
        this.cancelSpace = cancelSpace;
        this.imports = imports;
        this.startImport = startImport;
        this.patience = patience;
    }

    /** Asks for a Space; it waits when the platform is not live yet. */
    void request(Reseller reseller, Account by, SpaceDraft draft) {
        if (find(reseller, draft.name()).isEmpty()
                && requestSpace.request(reseller.id(), draft, by.id(), by.name())
                        instanceof RequestSpace.Result.Faulty(var faults)) {
            throw new IllegalStateException("The Space " + draft.name() + " was not taken: " + faults);
        }
    }

    /** Asks for a Space of a live platform and waits until it has been made. */
    Space open(Reseller reseller, Account by, SpaceDraft draft) {
        request(reseller, by, draft);
        return patience.await(
                "the Space " + draft.name(),
                () -> find(reseller, draft.name()).filter(space -> space.activatedAt() != null));
    }

    void suspend(Reseller reseller, Account by, Space space) {
        suspendSpace.suspend(reseller.id(), space.id(), by.name());
    }

    void cancel(Reseller reseller, Account by, Space space) {
        cancelSpace.cancel(reseller.id(), space.id(), space.name(), by.name());
    }

    /** Imports so many made-up contacts from a file. */
    void importContacts(SpaceVisitor by, String importer, int many) {
        if (!imports.latest(by.space().id()).isEmpty()) {
            return;
        }
        byte[] file = SampleContacts.csv(many).getBytes(StandardCharsets.UTF_8);
        startImport.start(by, importer, "customers.csv", file.length, () -> new ByteArrayInputStream(file));
    }

    private Optional<Space> find(Reseller reseller, String name) {
        return spaces.findByPlatformIdOrderByName(PlatformId.of(reseller.id())).stream()
                .filter(space -> space.name().equals(name))
                .findFirst();
    }
}
