package io.rocketbots.onboarding.web.api;

import io.rocketbots.onboarding.customer.invitation.InviteToSpace;
import io.rocketbots.onboarding.customer.space.EditContactLimit;
import io.rocketbots.onboarding.customer.space.RenameSpace;
import io.rocketbots.onboarding.customer.space.RequestSpace;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceDraft;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.web.api.SpaceAnswers.SpaceAnswer;
import io.rocketbots.onboarding.web.problem.ApiProblem;
import io.rocketbots.onboarding.web.security.ApiCaller;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists, adds and changes the Spaces of the reseller's platform. */
@RestController
@RequestMapping(path = ApiConfiguration.PATH + "/spaces", produces = MediaType.APPLICATION_JSON_VALUE)
class SpacesApiController {

    private static final int MOST_AT_ONCE = 200;

    private final SpaceAnswers answers;
    private final RequestSpace requestSpace;
    private final RenameSpace renameSpace;
    private final EditContactLimit editContactLimit;
    private final InviteToSpace inviteToSpace;
    private final TransactionTemplate transaction;

    SpacesApiController(
            SpaceAnswers answers,
            RequestSpace requestSpace,
            RenameSpace renameSpace,
            EditContactLimit editContactLimit,
            InviteToSpace inviteToSpace,
            TransactionTemplate transaction) {
        this.answers = answers;
        this.requestSpace = requestSpace;
        this.renameSpace = renameSpace;
        this.editContactLimit = editContactLimit;
        this.inviteToSpace = inviteToSpace;
        this.transaction = transaction;
    }

    /**
     * Some Spaces, in the order they were asked for.
     *
     * @param next what to send as {@code after} to get those that follow; null at the end
     */
    record SpacesAnswer(List<SpaceAnswer> items, @Nullable UUID next) {}

    /**
     * A Space to add; without a contactLimit it holds any number.
     *
     * @param owners are invited by mail, which also needs the scope invitations:write
     */
    record SpaceRequest(
            @Nullable String name,
            @Nullable String primaryLanguage,
            @Nullable Integer contactLimit,
            @Nullable List<String> owners) {}

    /** What is to be changed; a contactLimit of null takes the limit away. */
    record SpaceChange(@Nullable JsonNode name, @Nullable JsonNode contactLimit) {}

    @GetMapping
    @Needs(ApiScope.SPACES_READ)
    SpacesAnswer spaces(
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit,
            @AuthenticationPrincipal ApiCaller caller) {
        if (limit < 1 || limit > MOST_AT_ONCE) {
            throw ApiProblem.ofFields(Map.of("limit", "Ask for 1 to " + MOST_AT_ONCE + " at once."));
        }
        List<SpaceAnswer> found = answers.after(after == null ? null : new SpaceId(after), limit + 1, caller);
        return found.size() > limit
                ? new SpacesAnswer(found.subList(0, limit), found.get(limit - 1).id())
                : new SpacesAnswer(found, null);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(ApiScope.SPACES_WRITE)
    ResponseEntity<SpaceAnswer> add(@RequestBody SpaceRequest wanted, @AuthenticationPrincipal ApiCaller caller) {
        SpaceDraft draft = new SpaceDraft(
                Objects.requireNonNullElse(wanted.name(), ""),
                Objects.requireNonNullElse(wanted.primaryLanguage(), ""),
                wanted.contactLimit() != null,
                String.valueOf(wanted.contactLimit()));
        List<String> owners = Objects.requireNonNullElse(wanted.owners(), List.of());
        if (!owners.isEmpty()) {
            ScopeCheck.require(caller, ApiScope.INVITATIONS_WRITE);
        }
        // A Space whose owners cannot be invited is not added either.
        Space added = Objects.requireNonNull(transaction.execute(status -> {
            Space space = add(draft, caller);
            invite(owners, space, caller);
            return space;
        }));
        return ResponseEntity.created(URI.create(
                        ApiConfiguration.PATH + "/spaces/" + added.id().value()))
                .body(answers.of(added.id(), caller));
    }

    private Space add(SpaceDraft draft, ApiCaller caller) {
        return switch (requestSpace.request(
                caller.reseller().id(), draft, caller.reseller().accountId(), caller.actor())) {
            case RequestSpace.Result.Requested requested -> requested.space();
            case RequestSpace.Result.Faulty faulty -> throw SpaceAnswers.faulty(faulty.faults());
        };
    }

    private void invite(List<String> owners, Space space, ApiCaller caller) {
        SpaceVisitor reseller = new SpaceVisitor(space, caller.reseller().accountId(), SpaceRole.OWNER, true);
        if (!owners.isEmpty()
                && inviteToSpace.invite(reseller, String.join("\n", owners), SpaceRole.OWNER)
                        instanceof InviteToSpace.Result.Faulty faulty) {
            throw ApiProblem.ofFields(
                    Map.of("owners", String.join(" ", faulty.problems().values())));
        }
    }

    @GetMapping("/{id}")
    @Needs(ApiScope.SPACES_READ)
    SpaceAnswer space(@PathVariable UUID id, @AuthenticationPrincipal ApiCaller caller) {
        return answers.of(new SpaceId(id), caller);
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    @Needs(ApiScope.SPACES_WRITE)
    SpaceAnswer change(
            @PathVariable UUID id, @RequestBody SpaceChange wanted, @AuthenticationPrincipal ApiCaller caller) {
        // All of it or nothing.
        transaction.executeWithoutResult(status -> {
            if (wanted.name() != null) {
                rename(new SpaceId(id), wanted.name(), caller);
            }
            if (wanted.contactLimit() != null) {
                limit(new SpaceId(id), wanted.contactLimit(), caller);
            }
        });
        return answers.of(new SpaceId(id), caller);
    }

    private void rename(SpaceId id, JsonNode name, ApiCaller caller) {
        String typed = name.isString() ? name.asString() : "";
        if (renameSpace.rename(caller.reseller().id(), id, typed, caller.actor())
                instanceof RenameSpace.Result.Faulty faulty) {
            throw SpaceAnswers.faulty(faulty.faults());
        }
    }

    private void limit(SpaceId id, JsonNode limit, ApiCaller caller) {
        String typed = limit.isNull() ? "" : limit.toString();
        // A program says what shall be, whatever it was.
        if (editContactLimit.edit(caller.reseller().id(), id, !limit.isNull(), typed, null, caller.actor())
                instanceof EditContactLimit.Result.Faulty faulty) {
            throw SpaceAnswers.faulty(faulty.faults());
        }
    }
}
