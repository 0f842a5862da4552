package io.rocketbots.onboarding.web.submission;

import static io.rocketbots.onboarding.web.submission.Sent.call;
import static io.rocketbots.onboarding.web.submission.Sent.form;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.TokenKind;
import io.rocketbots.onboarding.web.People;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;

/** How each button is pressed, by method and pattern of its route. A recipe makes everything anew that its press is about. */
final class Recipes {

    private static final String NEW_PASSWORD = "a new password nobody has guessed";
    private static final String WEBHOOK = "https://93.184.216.34/events";
    private static final String APPEARANCE = "{\"brandName\":\"Bright\",\"themeColor\":\"#0F766E\","
            + "\"supportEmail\":\"help@bright.example\",\"supportLink\":\"\"}";

    private final Map<String, Function<Scene, Sent>> all = new TreeMap<>();

    Recipes() {
        account();
        program();
        team();
        operations();
        module();
        spacesOfTheModule();
        teamMembers();
        insideASpace();
        api();
    }

    Map<String, Function<Scene, Sent>> all() {
        return all;
    }

    private void account() {
        all.put("POST /sign-in", scene -> {
            Account account = scene.people().active(Role.USER);
            return form(null, "/sign-in", "email", account.email(), "password", People.PASSWORD);
        });
        all.put(
                "POST /account/password",
                scene -> form(
                        scene.as(Role.REVIEWER),
                        "/account/password",
                        "presentPassword",
                        People.PASSWORD,
                        "newPassword",
                        NEW_PASSWORD,
                        "repeatPassword",
                        NEW_PASSWORD));
        all.put(
                "POST /account/notifications",
                scene -> form(scene.as(Role.REVIEWER), "/account/notifications", "notified", "false"));
        all.put("POST /sign-in/code", scene -> form(null, "/sign-in/code", "code", "123456"));
        all.put("POST /sign-in/second-factor", scene -> form(null, "/sign-in/second-factor"));
        all.put("POST /account/second-factor", scene -> form(scene.as(Role.REVIEWER), "/account/second-factor"));
        all.put(
                "POST /account/second-factor/confirm",
                scene -> form(scene.as(Role.REVIEWER), "/account/second-factor/confirm", "code", "123456"));
        all.put(
                "POST /account/second-factor/recovery-codes",
                scene -> form(scene.as(Role.REVIEWER), "/account/second-factor/recovery-codes"));
        all.put(
                "POST /account/second-factor/turn-off",
                scene -> form(scene.as(Role.REVIEWER), "/account/second-factor/turn-off"));
        all.put(
                "POST /account/sessions/{handle}/end",
                scene -> form(scene.as(Role.REVIEWER), "/account/sessions/" + UUID.randomUUID() + "/end"));
        all.put(
                "POST /account/sessions/end-others",
                scene -> form(scene.as(Role.REVIEWER), "/account/sessions/end-others"));
        all.put("POST /activate/{token}", scene -> {
            Account invited = scene.people().accountOf(scene.people().invitedReseller());
            return form(
                    null,
                    "/activate/" + scene.link(invited, TokenKind.ACTIVATION),
                    "newPassword",
                    NEW_PASSWORD,
                    "repeatPassword",
                    NEW_PASSWORD);
        });
        all.put("POST /activate/{token}/new-link", scene -> {
            Account invited = scene.people().accountOf(scene.people().invitedReseller());
            return form(null, "/activate/" + scene.link(invited, TokenKind.ACTIVATION) + "/new-link");
        });
        all.put("POST /reset-password/{token}", scene -> {
            Account account = scene.people().active(Role.USER);
            return form(
                    null,
                    "/reset-password/" + scene.link(account, TokenKind.RESET),
                    "newPassword",
                    NEW_PASSWORD,
                    "repeatPassword",
                    NEW_PASSWORD);
        });
        all.put("POST /reset-password/{token}/new-link", scene -> {
            Account account = scene.people().active(Role.USER);
            return form(null, "/reset-password/" + scene.link(account, TokenKind.RESET) + "/new-link");
        });
        all.put(
                "POST /forgot-password",
                scene -> form(
                        null,
                        "/forgot-password",
                        "email",
                        scene.people().active(Role.USER).email()));
    }

    private void program() {
        all.put(
                "POST /reseller-program/apply",
                scene -> form(
                        null,
                        "/reseller-program/apply",
                        "companyName",
                        "Company " + UUID.randomUUID(),
                        "website",
                        "https://acme.example",
                        "contactName",
                        "Ada Example",
                        "email",
                        "ada-" + UUID.randomUUID() + "@acme.example",
                        "country",
                        "DE",
                        "expectedSpaces",
                        "25",
                        "offer",
                        "Support and billing in German for small shops.",
                        "consent",
                        "true"));
        all.put(
                "POST /applications/{token}/answer",
                scene -> form(null, "/applications/" + scene.asked() + "/answer", "answer", "My sister does."));
        all.put(
                "POST /applications/{token}/withdraw",
                scene -> form(null, "/applications/" + scene.progress() + "/withdraw"));
    }

    private void team() {
        all.put("POST /team/tasks/{id}/claim", scene -> form(scene.as(Role.REVIEWER), task(scene) + "/claim"));
        all.put("POST /team/tasks/{id}/release", scene -> {
            Cookie reviewer = scene.as(Role.REVIEWER);
            String task = task(scene);
            scene.after(form(reviewer, task + "/claim"));
            return form(reviewer, task + "/release");
        });
        all.put(
                "POST /team/tasks/{id}/decide",
                scene -> form(
                        scene.as(Role.REVIEWER),
                        task(scene) + "/decide",
                        "decision",
                        "reject",
                        "message",
                        "Not now, sorry."));
        all.put("POST /team/tasks/{id}/undo", scene -> {
            Cookie reviewer = scene.as(Role.REVIEWER);
            String task = task(scene);
            scene.after(form(reviewer, task + "/decide", "decision", "reject", "message", "Not now, sorry."));
            return form(reviewer, task + "/undo");
        });
        all.put(
                "POST /team/tasks/{id}/comments",
                scene -> form(scene.as(Role.REVIEWER), task(scene) + "/comments", "comment", "Looks good to me."));
        all.put(
                "POST /team/applications/{id}/cancel",
                scene -> form(
                        scene.as(Role.TEAM_LEAD),
                        "/team/applications/" + scene.application().id().value() + "/cancel",
                        "reason",
                        "They asked for it."));
        all.put("POST /team/resellers/{id}/suspend", scene -> suspend(scene, scene.as(Role.TEAM_LEAD)));
        all.put("POST /team/resellers/{id}/suspension", scene -> {
            Cookie lead = scene.as(Role.TEAM_LEAD);
            scene.after(suspend(scene, lead));
            return form(lead, reseller(scene) + "/suspension", "category", "ABUSE", "reason", "They send spam mail.");
        });
        all.put("POST /team/resellers/{id}/resume", scene -> {
            Cookie lead = scene.as(Role.TEAM_LEAD);
            scene.after(suspend(scene, lead));
            return form(lead, reseller(scene) + "/resume");
        });
        all.put("POST /team/resellers/{id}/offboarding", scene -> offboard(scene, scene.as(Role.TEAM_LEAD)));
        all.put("POST /team/resellers/{id}/offboarding/withdraw", scene -> {
            Cookie lead = scene.as(Role.TEAM_LEAD);
            scene.after(offboard(scene, lead));
            return form(lead, reseller(scene) + "/offboarding/withdraw");
        });
    }

    private static String task(Scene scene) {
        return "/team/tasks/" + scene.review().id().value();
    }

    private static String reseller(Scene scene) {
        return "/team/resellers/" + scene.reseller().id().value();
    }

    private static Sent suspend(Scene scene, Cookie lead) {
        return form(lead, reseller(scene) + "/suspend", "category", "ABUSE", "reason", "They sell what they must not.");
    }

    private static Sent offboard(Scene scene, Cookie lead) {
        return form(lead, reseller(scene) + "/offboarding", "reason", "They asked for it.", "brandName", "Bright Chat");
    }

    private void operations() {
        all.put(
                "POST /team/ops/messages/{id}/retry",
                scene -> form(scene.as(Role.OPS), "/team/ops/messages/" + scene.parkedMessage() + "/retry"));
        all.put(
                "POST /team/ops/incidents/{id}/retry",
                scene -> form(scene.as(Role.OPS), "/team/ops/incidents/" + UUID.randomUUID() + "/retry"));
        all.put(
                "POST /team/ops/mails/{id}/resend",
                scene -> form(scene.as(Role.OPS), "/team/ops/mails/" + scene.undeliverableMail() + "/resend"));
        all.put(
                "POST /team/ops/mails/{id}/correct",
                scene -> form(
                        scene.as(Role.OPS),
                        "/team/ops/mails/" + scene.undeliverableMail() + "/correct",
                        "email",
                        "right-" + UUID.randomUUID() + "@bakery.example"));
        all.put("POST /team/ops/team/{id}/reset-second-factor", scene -> {
            Account colleague = scene.people().active(Role.REVIEWER);
            return form(scene.as(Role.OPS), "/team/ops/team/" + colleague.id().value() + "/reset-second-factor");
        });
        all.put("POST /team/ops/models/move", scene -> form(scene.as(Role.OPS), "/team/ops/models/move"));
    }

    private void module() {
        all.put(
                "POST /reseller/domain",
                scene -> form(scene.onboarding().asReseller(), "/reseller/domain", "domain", newName()));
        all.put("POST /reseller/domain/cancel-change", scene -> {
            scene.after(form(scene.asReseller(), "/reseller/domain", "domain", newName()));
            return form(scene.asReseller(), "/reseller/domain/cancel-change");
        });
        all.put("POST /reseller/domain/check", scene -> {
            scene.after(form(scene.onboarding().asReseller(), "/reseller/domain", "domain", newName()));
            return form(scene.asReseller(), "/reseller/domain/check");
        });
        all.put(
                "POST /reseller/appearance",
                scene -> form(
                                scene.asReseller(),
                                "/reseller/appearance",
                                "version",
                                scene.find("SELECT version FROM brand WHERE reseller_id = :reseller"),
                                "brandName",
                                "Brighter Chat",
                                "themeColor",
                                "#0F766E",
                                "supportEmail",
                                "help@bright.example")
                        .with(new MockMultipartFile("none", "", null, new byte[0])));
        all.put(
                "POST /reseller/appearance/{kind:logo|logo-white|logo-square}/move",
                scene -> form(scene.asReseller(), "/reseller/appearance/logo/move"));
        all.put(
                "POST /reseller/close-account",
                scene -> form(scene.onboarding().asReseller(), "/reseller/close-account", "brandName", "Bright Chat"));
        all.put(
                "POST /reseller/offboarding",
                scene -> form(scene.asReseller(), "/reseller/offboarding", "brandName", "Bright Chat"));
        all.put("POST /reseller/offboarding/withdraw", scene -> {
            scene.after(form(scene.asReseller(), "/reseller/offboarding", "brandName", "Bright Chat"));
            return form(scene.asReseller(), "/reseller/offboarding/withdraw");
        });
        all.put("POST /reseller/api-keys", scene -> addKey(scene));
        all.put("POST /reseller/api-keys/{id}/revoke", scene -> {
            scene.after(addKey(scene));
            return form(scene.asReseller(), "/reseller/api-keys/" + first(scene, "api_key") + "/revoke");
        });
        all.put("POST /reseller/webhooks", scene -> addWebhook(scene));
        all.put("POST /reseller/webhooks/{id}/secret", scene -> webhook(scene, "secret"));
        all.put("POST /reseller/webhooks/{id}/test", scene -> webhook(scene, "test"));
        all.put("POST /reseller/webhooks/{id}/enable", scene -> webhook(scene, "enable"));
        all.put("POST /reseller/webhooks/{id}/remove", scene -> webhook(scene, "remove"));
        all.put("POST /reseller/webhooks/deliveries/{id}/redeliver", scene -> {
            scene.after(webhook(scene, "test"));
            scene.change("UPDATE webhook_delivery SET state = 'FAILED' WHERE endpoint_id IN"
                    + " (SELECT id FROM webhook_endpoint WHERE reseller_id = :reseller)");
            String delivery = scene.find("SELECT id FROM webhook_delivery WHERE endpoint_id IN"
                    + " (SELECT id FROM webhook_endpoint WHERE reseller_id = :reseller)");
            return form(scene.asReseller(), "/reseller/webhooks/deliveries/" + delivery + "/redeliver");
        });
    }

    private static String newName() {
        return "chat.shop-" + UUID.randomUUID() + ".com";
    }

    private static Sent addKey(Scene scene) {
        return form(scene.asReseller(), "/reseller/api-keys", "name", "Billing", "scopes", "spaces:read");
    }

    private static Sent addWebhook(Scene scene) {
        return form(scene.asReseller(), "/reseller/webhooks", "url", WEBHOOK, "events", "space.active");
    }

    private static Sent webhook(Scene scene, String what) {
        scene.after(addWebhook(scene));
        return form(scene.asReseller(), "/reseller/webhooks/" + first(scene, "webhook_endpoint") + "/" + what);
    }

    private static String first(Scene scene, String table) {
        return scene.find("SELECT id FROM " + table + " WHERE reseller_id = :reseller");
    }

    private void spacesOfTheModule() {
        all.put(
                "POST /reseller/spaces",
                scene -> form(scene.asReseller(), "/reseller/spaces", "name", "Bakery", "primaryLanguage", "de"));
        all.put(
                "POST /reseller/spaces/{id}/limit",
                scene ->
                        form(scene.asReseller(), space(scene) + "/limit", "limited", "true", "maximumContacts", "100"));
        all.put("POST /reseller/spaces/{id}/suspend", scene -> form(scene.asReseller(), space(scene) + "/suspend"));
        all.put("POST /reseller/spaces/{id}/resume", scene -> {
            String space = space(scene);
            scene.after(form(scene.asReseller(), space + "/suspend"));
            return form(scene.asReseller(), space + "/resume");
        });
        all.put("POST /reseller/spaces/{id}/cancel", scene -> cancel(scene, scene.space()));
        all.put("POST /reseller/spaces/{id}/restore", scene -> {
            Space space = scene.space();
            scene.after(cancel(scene, space));
            return form(scene.asReseller(), "/reseller/spaces/" + space.id().value() + "/restore");
        });
        all.put("POST /reseller/spaces/{space}/users", scene -> addUser(scene, space(scene)));
        all.put(
                "POST /reseller/spaces/{space}/users/invitations/{id}/resend",
                scene -> userInvitation(scene, "resend"));
        all.put(
                "POST /reseller/spaces/{space}/users/invitations/{id}/revoke",
                scene -> userInvitation(scene, "revoke"));
        all.put("POST /reseller/spaces/{space}/users/{member}/remove", scene -> {
            Space space = scene.space();
            Account member = scene.people().memberOf(space, SpaceRole.AGENT);
            return form(
                    scene.asReseller(),
                    "/reseller/spaces/" + space.id().value() + "/users/"
                            + member.id().value() + "/remove");
        });
    }

    private static String space(Scene scene) {
        return "/reseller/spaces/" + scene.space().id().value();
    }

    private static Sent cancel(Scene scene, Space space) {
        return form(
                scene.asReseller(), "/reseller/spaces/" + space.id().value() + "/cancel", "confirmation", space.name());
    }

    private static Sent addUser(Scene scene, String space) {
        return form(scene.asReseller(), space + "/users", "emails", "grace-" + UUID.randomUUID() + "@bakery.example");
    }

    private static Sent userInvitation(Scene scene, String what) {
        String space = space(scene);
        scene.after(addUser(scene, space));
        String invitation = scene.find("SELECT i.id FROM invitation i JOIN space s ON s.id = i.space_id"
                + " WHERE s.platform_id = :reseller ORDER BY i.created_at DESC");
        return form(scene.asReseller(), space + "/users/invitations/" + invitation + "/" + what);
    }

    private void teamMembers() {
        all.put("POST /reseller/team-members", scene -> addMember(scene));
        all.put("POST /reseller/team-members/invitations/{id}/resend", scene -> memberInvitation(scene, "resend"));
        all.put("POST /reseller/team-members/invitations/{id}/revoke", scene -> memberInvitation(scene, "revoke"));
        all.put("POST /reseller/team-members/{member}/remove", scene -> member(scene, "remove"));
        all.put("POST /reseller/team-members/{member}/transfer", scene -> member(scene, "transfer"));
        all.put(
                "POST /reseller/team-members/leave",
                scene -> form(scene.signIn(scene.member()), "/reseller/team-members/leave"));
    }

    private static Sent addMember(Scene scene) {
        return form(
                scene.asReseller(), "/reseller/team-members", "email", "grace-" + UUID.randomUUID() + "@acme.example");
    }

    private static Sent memberInvitation(Scene scene, String what) {
        scene.after(addMember(scene));
        String invitation = scene.find("SELECT id FROM invitation WHERE reseller_id = :reseller AND space_id IS NULL");
        return form(scene.asReseller(), "/reseller/team-members/invitations/" + invitation + "/" + what);
    }

    private static Sent member(Scene scene, String what) {
        return form(
                scene.asReseller(),
                "/reseller/team-members/" + scene.member().id().value() + "/" + what);
    }

    private void insideASpace() {
        all.put("POST /spaces/{space}/settings/users", scene -> addToSpace(new Inside(scene)));
        all.put(
                "POST /spaces/{space}/settings/users/invitations/{id}/resend",
                scene -> spaceInvitation(scene, "resend"));
        all.put(
                "POST /spaces/{space}/settings/users/invitations/{id}/revoke",
                scene -> spaceInvitation(scene, "revoke"));
        all.put("POST /spaces/{space}/settings/users/{member}/role", scene -> {
            Inside inside = new Inside(scene);
            return inside.form("/settings/users/" + inside.agent() + "/role", "role", "MANAGER");
        });
        all.put("POST /spaces/{space}/settings/users/{member}/remove", scene -> {
            Inside inside = new Inside(scene);
            return inside.form("/settings/users/" + inside.agent() + "/remove");
        });
        all.put("POST /spaces/{space}/contacts", scene -> addContact(new Inside(scene)));
        all.put("POST /spaces/{space}/contacts/{contact}", scene -> {
            Inside inside = new Inside(scene);
            return inside.form(contact(scene, inside), "firstName", "Ann", "version", "0");
        });
        all.put("POST /spaces/{space}/contacts/{contact}/delete", scene -> {
            Inside inside = new Inside(scene);
            return inside.form(contact(scene, inside) + "/delete");
        });
        all.put(
                "POST /spaces/{space}/contacts/imports",
                scene -> new Inside(scene)
                        .form("/contacts/imports")
                        .with(new MockMultipartFile(
                                "file",
                                "people.csv",
                                "text/csv",
                                "First Name,Email\nAnn,ann@bakery.example\n".getBytes(StandardCharsets.UTF_8))));
        all.put("POST /invitations/{token}", scene -> {
            scene.after(addMember(scene));
            return Sent.form(
                    null,
                    "/invitations/" + scene.invitationToken(),
                    "name",
                    "Grace Guest",
                    "newPassword",
                    NEW_PASSWORD);
        });
        all.put("POST /invitations/{token}/sign-in", scene -> {
            Account known = scene.people().active(Role.USER);
            scene.after(form(scene.asReseller(), "/reseller/team-members", "email", known.email()));
            return Sent.form(null, "/invitations/" + scene.invitationToken() + "/sign-in", "password", People.PASSWORD);
        });
    }

    /** The owner of a Space, in it, on the reseller's domain. */
    private static final class Inside {

        private final Scene scene;
        private final Space space;
        private final Cookie owner;
        private final String host;

        Inside(Scene scene) {
            this.scene = scene;
            this.space = scene.space();
            this.host = scene.domain();
            this.owner = scene.signIn(host, scene.people().memberOf(space, SpaceRole.OWNER));
        }

        Sent form(String path, String... fields) {
            return Sent.form(owner, "/spaces/" + space.id().value() + path, fields)
                    .on(host);
        }

        String agent() {
            return scene.people().memberOf(space, SpaceRole.AGENT).id().value().toString();
        }

        String find(String sql) {
            return scene.find(sql, space.id().value());
        }
    }

    private static Sent addToSpace(Inside inside) {
        return inside.form(
                "/settings/users", "email", "bruno-" + UUID.randomUUID() + "@bakery.example", "role", "AGENT");
    }

    private static Sent spaceInvitation(Scene scene, String what) {
        Inside inside = new Inside(scene);
        scene.after(addToSpace(inside));
        String invitation = inside.find("SELECT id FROM invitation WHERE space_id = :id");
        return inside.form("/settings/users/invitations/" + invitation + "/" + what);
    }

    private static Sent addContact(Inside inside) {
        return inside.form("/contacts", "firstName", "Ann", "email", "ann@bakery.example");
    }

    private static String contact(Scene scene, Inside inside) {
        scene.after(addContact(inside));
        return "/contacts/" + inside.find("SELECT id FROM contact WHERE space_id = :id");
    }

    private void api() {
        all.put(
                "PUT /api/v1/domain",
                scene -> call(scene.onboarding().key(), PUT, "/domain", "{\"name\":\"" + newName() + "\"}"));
        all.put("DELETE /api/v1/domain/change", scene -> {
            String key = scene.key();
            scene.after(call(key, PUT, "/domain", "{\"name\":\"" + newName() + "\"}"));
            return call(key, DELETE, "/domain/change", null);
        });
        all.put("POST /api/v1/domain/checks", scene -> {
            String key = scene.onboarding().key();
            scene.after(call(key, PUT, "/domain", "{\"name\":\"" + newName() + "\"}"));
            return call(key, POST, "/domain/checks", null);
        });
        all.put("PUT /api/v1/appearance", scene -> call(scene.key(), PUT, "/appearance", APPEARANCE));
        all.put(
                "PUT /api/v1/appearance/logos/{kind:logo|logo-white|logo-square}",
                scene -> call(
                        scene.key(),
                        PUT,
                        "/appearance/logos/logo-square",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"64\" viewBox=\"0 0 64 64\">"
                                + "<rect width=\"64\" height=\"64\" fill=\"#0F766E\"/></svg>"));
        all.put(
                "POST /api/v1/spaces",
                scene -> call(scene.key(), POST, "/spaces", "{\"name\":\"Bakery\",\"primaryLanguage\":\"de\"}"));
        all.put(
                "PATCH /api/v1/spaces/{id}",
                scene -> call(scene.key(), PATCH, apiSpace(scene.space()), "{\"contactLimit\":100}"));
        all.put(
                "POST /api/v1/spaces/{id}/suspend",
                scene -> call(scene.key(), POST, apiSpace(scene.space()) + "/suspend", null));
        all.put("POST /api/v1/spaces/{id}/resume", scene -> {
            String key = scene.key();
            String space = apiSpace(scene.space());
            scene.after(call(key, POST, space + "/suspend", null));
            return call(key, POST, space + "/resume", null);
        });
        all.put("POST /api/v1/spaces/{id}/cancel", scene -> apiCancel(scene.key(), scene.space()));
        all.put("POST /api/v1/spaces/{id}/restore", scene -> {
            String key = scene.key();
            Space space = scene.space();
            scene.after(apiCancel(key, space));
            return call(key, POST, apiSpace(space) + "/restore", null);
        });
        all.put("POST /api/v1/spaces/{space}/invitations", scene -> apiInvite(scene.key(), apiSpace(scene.space())));
        all.put("POST /api/v1/spaces/{space}/invitations/{id}/resend", scene -> apiInvitation(scene, POST, "/resend"));
        all.put("DELETE /api/v1/spaces/{space}/invitations/{id}", scene -> apiInvitation(scene, DELETE, ""));
    }

    private static String apiSpace(Space space) {
        return "/spaces/" + space.id().value();
    }

    private static Sent apiCancel(String key, Space space) {
        return call(key, POST, apiSpace(space) + "/cancel", "{\"confirmation\":\"" + space.name() + "\"}");
    }

    private static Sent apiInvite(String key, String space) {
        return call(
                key,
                POST,
                space + "/invitations",
                "{\"emails\":[\"mia-" + UUID.randomUUID() + "@bakery.example\"],\"role\":\"agent\"}");
    }

    private static Sent apiInvitation(Scene scene, HttpMethod method, String what) {
        String key = scene.key();
        Space space = scene.space();
        scene.after(apiInvite(key, apiSpace(space)));
        String invitation = scene.find(
                "SELECT id FROM invitation WHERE space_id = :id", space.id().value());
        return call(key, method, apiSpace(space) + "/invitations/" + invitation + what, null);
    }
}
