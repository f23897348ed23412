package org.kaiyuan.platform.rest;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes a part of a record by a JSON merge patch (RFC 7396): what it names is replaced, null empties, a
 * list is replaced whole, and what it does not name stays.
 */
@Component
public class MergePatch {
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final JsonMapper json;

    MergePatch(JsonMapper json) {
        this.json = json;
    }

    /**
     * @param stored the record as it is
     * @param type what the patched record is read as
     * @throws tools.jackson.core.JacksonException when the result cannot be read; told as a bad request
     */
    public <T> T apply(JsonNode patch, Object stored, Class<T> type) {
        return json.treeToValue(merged(json.valueToTree(stored), patch), type);
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object : changes.objectNode();
        for (var change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                var before = result.path(change.getKey());
                result.set(change.getKey(), merged(before, change.getValue()));
            }
        }
        return result;
    }
}
