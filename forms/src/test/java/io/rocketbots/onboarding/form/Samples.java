package io.rocketbots.onboarding.form;

import java.util.List;

/** Forms made up for tests. */
final class Samples {

    /** Every form of the module. */
    static final List<String> FORMS = List.of(
            "reseller-application",
            "review-application",
            "resolve-duplicate-account",
            "call-reseller",
            "help-with-domain",
            "introduce-yourself",
            "confirm-offboarding");

    private Samples() {}

    static List<String> forms() {
        return FORMS;
    }

    static String formOf(String components) {
        return "{\"id\": \"sample\", \"type\": \"default\", \"components\": [" + components + "]}";
    }

    /** A form of one component with the key {@code a}. */
    static Form with(String type, String more) {
        return Form.read(
                "sample",
                formOf("{\"type\": \"" + type + "\", \"id\": \"A\", \"key\": \"a\", \"label\": \"Sample\"" + more
                        + "}"));
    }

    static Form everyKind() {
        return Form.read("sample", formOf("""
                {"type": "text", "id": "Text_Intro",
                 "text": "# Sample\\n\\nAll kinds, **bold** too.\\n\\n- one\\n- [two](https://shop.example/two)"},
                {"type": "textfield", "id": "F1", "key": "name", "label": "Name", "defaultValue": "Acme",
                 "layout": {"row": "R1", "columns": 6}},
                {"type": "number", "id": "F2", "key": "spaces", "label": "Spaces", "decimalDigits": 0,
                 "layout": {"row": "R1", "columns": 10}},
                {"type": "textfield", "id": "F3", "key": "phone", "label": "Phone",
                 "validate": {"validationType": "phone"}, "layout": {"row": "R2", "columns": null}},
                {"type": "datetime", "subtype": "date", "id": "F4", "key": "start", "dateLabel": "Start",
                 "validate": {"required": true}, "layout": {"row": "R2", "columns": null}},
                {"type": "textarea", "id": "F5", "key": "note", "label": "Note", "description": "For the team only."},
                {"type": "separator", "id": "S1"},
                {"type": "select", "id": "F6", "key": "region", "label": "Region", "defaultValue": "eu",
                 "values": [{"label": "Asia", "value": "asia"}, {"label": "Europe", "value": "eu"}]},
                {"type": "radio", "id": "F7", "key": "plan", "label": "Plan", "validate": {"required": true},
                 "values": [{"label": "Small", "value": "s"}, {"label": "Large", "value": "l"}]},
                {"type": "spacer", "id": "S2", "height": 30},
                {"type": "checklist", "id": "F8", "key": "languages", "label": "Languages",
                 "values": [{"label": "German", "value": "de"}, {"label": "English", "value": "en"},
                            {"label": "Polish", "value": "pl"}]},
                {"type": "checkbox", "id": "F9", "key": "news", "label": "News", "defaultValue": true},
                {"type": "textfield", "id": "F10", "key": "code", "label": "Code", "readonly": true,
                 "defaultValue": "R-7"},
                {"type": "select", "id": "F11", "key": "fixed", "label": "Fixed", "disabled": true,
                 "values": [{"label": "One", "value": "1"}]}
                """));
    }
}
