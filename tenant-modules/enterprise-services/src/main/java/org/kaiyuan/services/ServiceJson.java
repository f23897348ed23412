package org.kaiyuan.services;

import org.kaiyuan.platform.search.names.ChineseText;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How editions, answers and rulings are stored: what is unknown is passed over, so that an older program reads what a newer one wrote. */
final class ServiceJson {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private ServiceJson() {}

    static String write(ServiceNote note) {
        return storable(note);
    }

    static ServiceNote note(String json) {
        return JSON.readValue(json, ServiceNote.class);
    }

    static String write(FormAnswers answers) {
        return storable(answers);
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

    /** Without what PostgreSQL does not take, whoever sent it. */
    private static String storable(Object value) {
        var json = JSON.writeValueAsString(value);
        // a NUL is written as an escape; halves of characters as they are, or as escapes
        return json.contains("\\u") || json.chars().anyMatch(c -> Character.isSurrogate((char) c))
                ? JSON.writeValueAsString(storable(JSON.readTree(json)))
                : json;
    }

    private static JsonNode storable(JsonNode node) {
        if (node.isString()) {
            return JSON.getNodeFactory().stringNode(ChineseText.storable(node.asString()));
        }
        if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(one -> array.add(storable(one)));
            return array;
        }
        if (node.isObject()) {
            var object = JSON.createObjectNode();
            node.properties()
                    .forEach(one ->
                            object.set(
                                    ChineseText.storable(one.getKey()), storable(one.getValue())));
            return object;
        }
        return node;
    }
}
