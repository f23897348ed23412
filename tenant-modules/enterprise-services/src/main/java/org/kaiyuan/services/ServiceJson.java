package org.kaiyuan.services;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How editions, answers and rulings are stored: what is unknown is passed over, so that an older program reads what a newer one wrote. */
final class ServiceJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private ServiceJson() {}

    static String write(ServiceNote note) {
        return JSON.writeValueAsString(note);
    }

    static ServiceNote note(String json) {
        return JSON.readValue(json, ServiceNote.class);
    }

    static String write(FormAnswers answers) {
        return JSON.writeValueAsString(answers);
    }

    static FormAnswers answers(String json) {
        return JSON.readValue(json, FormAnswers.class);
    }

    static String write(CaseRuling ruling) {
        return JSON.writeValueAsString(ruling);
    }

    static CaseRuling ruling(String json) {
        return JSON.readValue(json, CaseRuling.class);
    }
}
