package io.rocketbots.onboarding.customer.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class SpaceChangesJdbcTest {

    private final SpaceScene scene;

    SpaceChangesJdbcTest(TestDatabase database) {
        scene = new SpaceScene(database);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void asksTheEngineForASpaceOnceThePlatformIsLive() {
        Reseller reseller = scene.liveReseller();

        Space space = scene.requestedSpace(reseller, "  Bakery ");

        assertThat(space.name()).isEqualTo("Bakery");
        assertThat(space.state()).isEqualTo(SpaceState.REQUESTED);
        assertThat(scene.messagesAbout(space)).containsExactly("space-requested");
        assertThat(scene.told(reseller)).containsExactly("Added the Space \"Bakery\".");
    }

    @Test
    void preparesASpaceBeforeThatAndReleasesItThen() {
        Reseller reseller = scene.reseller();
        Space space = scene.requestedSpace(reseller, "Bakery");
        assertThat(space.state()).isEqualTo(SpaceState.WAITING_FOR_DOMAIN);
        assertThat(scene.messagesAbout(space)).isEmpty();

        goesLive(reseller);

        assertThat(scene.now(space).state()).isEqualTo(SpaceState.REQUESTED);
        assertThat(scene.messagesAbout(space)).containsExactly("space-requested");
    }

    @Test
    void releasesNoSpaceThatWasCancelledWhileItWaited() {
        Reseller reseller = scene.reseller();
        Space space = scene.requestedSpace(reseller, "Bakery");
        cancel(reseller, space, "Bakery");

        goesLive(reseller);

        assertThat(scene.now(space).state()).isEqualTo(SpaceState.CANCELLED);
        assertThat(scene.messagesAbout(space)).isEmpty();
    }

    @Test
    void tellsAllFaultsAtOnceAndSavesNothing() {
        Reseller reseller = scene.liveReseller();

        RequestSpace.Result result = scene.request(reseller, new SpaceDraft(" ", "xx-nowhere", true, "0"));

        assertThat(((RequestSpace.Result.Faulty) result).faults())
                .containsOnlyKeys(SpaceDraft.NAME, SpaceDraft.PRIMARY_LANGUAGE, SpaceDraft.MAXIMUM_CONTACTS);
        assertThat(scene.the(SpaceList.class).all(PlatformId.of(reseller.id()))).isEmpty();
    }

    @Test
    void knowsANameWhateverItsCaseOnThatPlatformOnly() {
        Reseller reseller = scene.liveReseller();
        scene.requestedSpace(reseller, "Straße 9");

        assertThat(scene.request(reseller, new SpaceDraft("STRAßE 9", "de", false, "")))
                .isInstanceOfSatisfying(
                        RequestSpace.Result.Faulty.class,
                        faulty -> assertThat(faulty.faults()).containsOnlyKeys(SpaceDraft.NAME));
        assertThat(scene.request(scene.liveReseller(), new SpaceDraft("Straße 9", "de", false, "")))
                .isInstanceOf(RequestSpace.Result.Requested.class);
    }

    @Test
    void takesANameOnlyOnceWhenTwoAskInTheSameMoment() throws Exception {
        Reseller reseller = scene.liveReseller();
        Callable<RequestSpace.Result> ask = () -> scene.request(reseller, new SpaceDraft("Bakery", "de", false, ""));

        List<Class<?>> results = List.copyOf(
                together(ask, ask).stream().<Class<?>>map(Object::getClass).toList());

        assertThat(results)
                .containsExactlyInAnyOrder(RequestSpace.Result.Requested.class, RequestSpace.Result.Faulty.class);
    }

    @Test
    void leavesNoSpaceWaitingThatWasAskedForJustWhenThePlatformWentLive() throws Exception {
        Reseller reseller = scene.reseller();

        together(
                () -> {
                    goesLive(reseller);
                    return "";
                },
                () -> scene.request(reseller, new SpaceDraft("Bakery", "de", false, "")));

        assertThat(scene.the(SpaceList.class).all(PlatformId.of(reseller.id())))
                .extracting(SpaceList.Row::state)
                .containsExactly(SpaceState.REQUESTED);
    }

    @Test
    void givesNoSpacesToAResellerWhoIsGone() {
        Reseller reseller = scene.the(Resellers.class).save(scene.reseller().cancel());

        assertThatThrownBy(() -> scene.requestedSpace(reseller, "Bakery")).isInstanceOf(SpaceRefused.class);
    }

    @Test
    void keepsWhatIsThereWhenTheLimitBecomesLower() {
        Reseller reseller = scene.liveReseller();
        Space space = scene.activeSpace(reseller, "Bakery");
        scene.the(JdbcClient.class)
                .sql("UPDATE space SET contacts = 12 WHERE id = :id")
                .param("id", space.id().value())
                .update();

        EditContactLimit.Result result = edit(reseller, space, true, "10");

        assertThat(result)
                .isInstanceOfSatisfying(
                        EditContactLimit.Result.Changed.class,
                        changed -> assertThat(changed.exceeded()).isTrue());
        assertThat(scene.now(space).contactLimit()).isEqualTo(10);
        assertThat(scene.now(space).contacts()).isEqualTo(12);
        edit(reseller, space, false, "10");
        assertThat(scene.now(space).contactLimit()).isNull();
    }

    @Test
    void tellsAWrongLimitAtItsField() {
        Reseller reseller = scene.liveReseller();
        Space space = scene.activeSpace(reseller, "Bakery");

        for (String typed : List.of("", "0", "-1", "1.5", "ten", "10000001", "99999999999")) {
            assertThat(edit(reseller, space, true, typed))
                    .as(typed)
                    .isInstanceOfSatisfying(
                            EditContactLimit.Result.Faulty.class,
                            faulty -> assertThat(faulty.faults()).containsOnlyKeys(SpaceDraft.MAXIMUM_CONTACTS));
        }
        assertThat(edit(reseller, space, true, "10000000")).isInstanceOf(EditContactLimit.Result.Changed.class);
    }

    @Test
    void closesASuspendedSpaceForItsMembersAtOnceAndNotForTheReseller() {
        Reseller reseller = scene.liveReseller();
        Space space = scene.activeSpace(reseller, "Bakery");
        AccountId member = scene.memberOf(space, SpaceRole.OWNER);
        AccountId stranger = scene.account(space.platformId());

        suspend(reseller, space);

        assertThatThrownBy(() -> enter(member, space)).isInstanceOf(SpaceSuspended.class);
        assertThat(enter(stranger, space)).isFalse();
        assertThat(enter(reseller.accountId(), space)).isTrue();
        scene.the(ResumeSpace.class).resume(reseller.id(), space.id(), "Ada");
        assertThat(enter(member, space)).isTrue();
    }

    @Test
    void tellsASuspensionOnceHoweverManySuspend() throws Exception {
        Reseller reseller = scene.liveReseller();
        Space space = scene.activeSpace(reseller, "Bakery");

        together(() -> suspend(reseller, space), () -> suspend(reseller, space));
        suspend(reseller, space);

        assertThat(scene.told(reseller)).containsOnlyOnce("Suspended the Space \"Bakery\".");
        assertThat(scene.now(space).state()).isEqualTo(SpaceState.SUSPENDED);
    }

    @Test
    void cancelsOnlyTheSpaceWhoseNameWasTyped() {
        Reseller reseller = scene.liveReseller();
        Space space = scene.activeSpace(reseller, "Bakery");
        AccountId member = scene.memberOf(space, SpaceRole.AGENT);

        assertThat(cancel(reseller, space, "Butcher")).isInstanceOf(CancelSpace.Result.Faulty.class);
        assertThat(enter(member, space)).isTrue();

        assertThat(cancel(reseller, space, " bakery ")).isInstanceOf(CancelSpace.Result.Cancelled.class);
        assertThat(cancel(reseller, space, "Bakery")).isInstanceOf(CancelSpace.Result.Cancelled.class);
        assertThat(enter(member, space)).isFalse();
        assertThat(enter(reseller.accountId(), space)).isFalse();
        assertThat(scene.messagesAbout(space)).containsExactly("space-requested", "space-cancelled");
    }

    @Test
    void restoresACancelledSpaceWithItsMembers() {
        Reseller reseller = scene.liveReseller();
        Space space = scene.activeSpace(reseller, "Bakery");
        AccountId member = scene.memberOf(space, SpaceRole.AGENT);
        cancel(reseller, space, "Bakery");

        restore(reseller, space);
        restore(reseller, space);

        assertThat(enter(member, space)).isTrue();
        assertThat(scene.told(reseller)).containsOnlyOnce("Restored the Space \"Bakery\".");
    }

    @Test
    void letsARestoredSpaceWaitWhileThePlatformIsNotLive() {
        Reseller reseller = scene.reseller();
        Space space = scene.requestedSpace(reseller, "Bakery");
        cancel(reseller, space, "Bakery");

        restore(reseller, space);

        assertThat(scene.now(space).state()).isEqualTo(SpaceState.WAITING_FOR_DOMAIN);
    }

    @Test
    void keepsTheNameOfACancelledSpaceAndGivesItFreeWithAllItHeldAfterThirtyDays() {
        Reseller reseller = scene.liveReseller();
        Space space = scene.activeSpace(reseller, "Bakery");
        scene.memberOf(space, SpaceRole.OWNER);
        cancel(reseller, space, "Bakery");

        scene.clock.advance(Duration.ofDays(30).minusMinutes(1));
        scene.the(DeleteCancelledSpaces.class).run();
        assertThat(scene.now(space).state()).isEqualTo(SpaceState.CANCELLED);
        assertThat(scene.request(reseller, new SpaceDraft("Bakery", "de", false, "")))
                .isInstanceOf(RequestSpace.Result.Faulty.class);

        scene.clock.advance(Duration.ofMinutes(2));
        scene.the(DeleteCancelledSpaces.class).run();
        scene.the(DeleteCancelledSpaces.class).run();
        assertThat(scene.now(space).state()).isEqualTo(SpaceState.DELETED);
        assertThat(scene.the(SpaceMembers.class).findAll()).isEmpty();
        assertThatThrownBy(() -> restore(reseller, space)).isInstanceOf(NoSuchSpace.class);
        assertThat(scene.request(reseller, new SpaceDraft("Bakery", "de", false, "")))
                .isInstanceOf(RequestSpace.Result.Requested.class);
    }

    @Test
    void changesNoSpaceOfAnotherReseller() {
        Space space = scene.activeSpace(scene.liveReseller(), "Bakery");
        Reseller other = scene.liveReseller();

        assertThatThrownBy(() -> suspend(other, space)).isInstanceOf(NoSuchSpace.class);
        assertThatThrownBy(() -> cancel(other, space, "Bakery")).isInstanceOf(NoSuchSpace.class);
        assertThatThrownBy(() -> edit(other, space, false, "")).isInstanceOf(NoSuchSpace.class);
    }

    @Test
    void renamesAndTellsTheTeam() {
        Reseller reseller = scene.liveReseller();
        Space space = scene.requestedSpace(reseller, "Bakery");

        assertThat(rename(reseller, space, "  Bäckerei ")).isInstanceOf(RenameSpace.Result.Renamed.class);
        assertThat(rename(reseller, space, "BÄCKEREI")).isInstanceOf(RenameSpace.Result.Renamed.class);
        assertThat(rename(reseller, space, "BÄCKEREI")).isInstanceOf(RenameSpace.Result.Renamed.class);

        assertThat(scene.now(space).name()).isEqualTo("BÄCKEREI");
        assertThat(scene.told(reseller))
                .containsExactly(
                        "Added the Space \"Bakery\".",
                        "Renamed the Space \"Bakery\" to \"Bäckerei\".",
                        "Renamed the Space \"Bäckerei\" to \"BÄCKEREI\".");
        assertThat(scene.request(reseller, new SpaceDraft("Bakery", "de", false, "")))
                .isInstanceOf(RequestSpace.Result.Requested.class);
    }

    @Test
    void takesNoNameThatAnotherSpaceOfThePlatformHas() {
        Reseller reseller = scene.liveReseller();
        Space space = scene.requestedSpace(reseller, "Bakery");
        cancel(reseller, scene.requestedSpace(reseller, "Butcher"), "Butcher");
        scene.requestedSpace(scene.liveReseller(), "Florist");

        assertThat(rename(reseller, space, "bUTCHER"))
                .isInstanceOfSatisfying(
                        RenameSpace.Result.Faulty.class,
                        faulty -> assertThat(faulty.faults()).containsOnlyKeys(SpaceDraft.NAME));
        assertThat(rename(reseller, space, " ")).isInstanceOf(RenameSpace.Result.Faulty.class);
        assertThat(rename(reseller, space, "Florist")).isInstanceOf(RenameSpace.Result.Renamed.class);
        assertThatThrownBy(() -> rename(scene.liveReseller(), space, "Bakery")).isInstanceOf(NoSuchSpace.class);
    }

    @Test
    void givesANameOnceWhenTwoSpacesTakeItInTheSameMoment() throws Exception {
        Reseller reseller = scene.liveReseller();
        Space bakery = scene.requestedSpace(reseller, "Bakery");
        Space butcher = scene.requestedSpace(reseller, "Butcher");

        List<Class<?>> results = List.copyOf(
                together(() -> rename(reseller, bakery, "Corner"), () -> rename(reseller, butcher, "corner")).stream()
                        .<Class<?>>map(Object::getClass)
                        .toList());

        assertThat(results)
                .containsExactlyInAnyOrder(RenameSpace.Result.Renamed.class, RenameSpace.Result.Faulty.class);
    }

    @Test
    void overwritesNoLimitThatWasNotSeen() {
        Reseller reseller = scene.liveReseller();
        Space space = scene.activeSpace(reseller, "Bakery");
        edit(reseller, space, true, "100");

        EditContactLimit.Result late = editHaving("", reseller, space, "50");
        EditContactLimit.Result agreeing = editHaving("", reseller, space, "100");
        EditContactLimit.Result knowing = editHaving("100", reseller, space, "50");

        assertThat(late)
                .isInstanceOfSatisfying(
                        EditContactLimit.Result.Overtaken.class,
                        overtaken ->
                                assertThat(overtaken.space().contactLimit()).isEqualTo(100));
        assertThat(agreeing).isInstanceOf(EditContactLimit.Result.Changed.class);
        assertThat(knowing).isInstanceOf(EditContactLimit.Result.Changed.class);
        assertThat(scene.now(space).contactLimit()).isEqualTo(50);
    }

    @Test
    void letsOneOfTwoWinWhoChangeALimitInTheSameMoment() throws Exception {
        Reseller reseller = scene.liveReseller();
        Space space = scene.activeSpace(reseller, "Bakery");

        List<Class<?>> results = List.copyOf(
                together(() -> editHaving("", reseller, space, "50"), () -> editHaving("", reseller, space, "60"))
                        .stream()
                        .<Class<?>>map(Object::getClass)
                        .toList());

        assertThat(results)
                .containsExactlyInAnyOrder(
                        EditContactLimit.Result.Changed.class, EditContactLimit.Result.Overtaken.class);
    }

    private RenameSpace.Result rename(Reseller reseller, Space space, String typed) {
        return scene.the(RenameSpace.class).rename(reseller.id(), space.id(), typed, "Ada");
    }

    private EditContactLimit.Result editHaving(String seen, Reseller reseller, Space space, String typed) {
        return scene.the(EditContactLimit.class).edit(reseller.id(), space.id(), true, typed, seen, "Ada");
    }

    @Test
    void refusesWhatTheStateDoesNotAllow() {
        Reseller reseller = scene.liveReseller();
        Space space = scene.requestedSpace(reseller, "Bakery");

        assertThatThrownBy(() -> suspend(reseller, space))
                .isInstanceOf(SpaceRefused.class)
                .hasMessage("The Space \"Bakery\" is requested. Only an active Space can be suspended.");
        cancel(reseller, space, "Bakery");
        assertThatThrownBy(() -> edit(reseller, space, false, "")).isInstanceOf(SpaceRefused.class);
        assertThatThrownBy(() -> rename(reseller, space, "Butcher")).isInstanceOf(SpaceRefused.class);
        assertThatThrownBy(() -> scene.the(ResumeSpace.class).resume(reseller.id(), space.id(), "Ada"))
                .isInstanceOf(SpaceRefused.class);
    }

    @Test
    void findsSpacesByAPartOfTheirNameAndCountsTheirUsers() {
        Reseller reseller = scene.liveReseller();
        Space bakery = scene.activeSpace(reseller, "Bakery 100%");
        scene.activeSpace(reseller, "Atelier");
        scene.memberOf(bakery, SpaceRole.OWNER);
        scene.memberOf(bakery, SpaceRole.AGENT);
        PlatformId platform = PlatformId.of(reseller.id());

        assertThat(scene.the(SpaceList.class).find(platform, "", 0))
                .extracting(SpaceList.Row::name, SpaceList.Row::users)
                .containsExactly(tuple("Atelier", 0), tuple("Bakery 100%", 2));
        assertThat(scene.the(SpaceList.class).find(platform, "KERY 100%", 0)).hasSize(1);
        assertThat(scene.the(SpaceList.class).find(platform, "%a%", 0)).isEmpty();
        assertThat(scene.the(SpaceList.class).find(platform, "", 1)).isEmpty();
    }

    private void goesLive(Reseller reseller) {
        scene.the(TransactionTemplate.class).executeWithoutResult(status -> {
            scene.the(Resellers.class)
                    .save(scene.the(Resellers.class).get(reseller.id()).goLive(scene.clock.instant()));
            scene.the(ReleaseWaitingSpaces.class).of(reseller.id());
        });
    }

    private boolean enter(AccountId account, Space space) {
        return scene.the(SpaceAccess.class)
                .of(account, space.platformId(), space.id())
                .isPresent();
    }

    private Space suspend(Reseller reseller, Space space) {
        return scene.the(SuspendSpace.class).suspend(reseller.id(), space.id(), "Ada");
    }

    private CancelSpace.Result cancel(Reseller reseller, Space space, String typed) {
        return scene.the(CancelSpace.class).cancel(reseller.id(), space.id(), typed, "Ada");
    }

    private Space restore(Reseller reseller, Space space) {
        return scene.the(RestoreSpace.class).restore(reseller.id(), space.id(), "Ada");
    }

    private EditContactLimit.Result edit(Reseller reseller, Space space, boolean limited, String typed) {
        return scene.the(EditContactLimit.class).edit(reseller.id(), space.id(), limited, typed, null, "Ada");
    }

    @SafeVarargs
    private static <T> List<T> together(Callable<? extends T>... calls) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(calls.length)) {
            List<Future<? extends T>> running = new ArrayList<>();
            for (Callable<? extends T> call : calls) {
                running.add(threads.submit(call));
            }
            List<T> results = new ArrayList<>();
            for (Future<? extends T> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
