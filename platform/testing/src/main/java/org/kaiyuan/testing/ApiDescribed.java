package org.kaiyuan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an outsider reads of the API is complete, and its examples are of the form that they are examples of;
 * words are in {@code api/<word>.yaml}. Each module with controllers has a test that extends this one.
 */
public abstract class ApiDescribed {
    @Autowired MockMvc http;
    @Autowired JsonMapper json;

    @Test
    void every_operation_says_what_it_does_takes_and_answers() throws Exception {
        var api = api();
        var faults = new ArrayList<String>();

        for (var path : api.path("paths").properties()) {
            assertThat(path.getKey()).startsWith("/api/v1/");
            for (var operation : path.getValue().properties()) {
                check(operation.getKey() + " " + path.getKey(), operation.getValue(), faults);
            }
        }

        assertThat(faults).isEmpty();
        assertThat(api.path("paths").size()).isGreaterThan(8);
        assertThat(api.at("/components/schemas").propertyNames()).contains("Problem");
    }

    @Test
    void every_example_is_of_its_form() throws Exception {
        var api = api();
        var faults = new ArrayList<String>();
        for (var path : api.path("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                var name = operation.getKey() + " " + path.getKey();
                for (var media :
                        operation.getValue().path("requestBody").path("content").properties()) {
                    compare(api, name + " takes ", media.getValue(), faults);
                }
                for (var answer : operation.getValue().path("responses").properties()) {
                    for (var media : answer.getValue().path("content").properties()) {
                        compare(api, name + " answers ", media.getValue(), faults);
                    }
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void nothing_but_the_api_is_described() throws Exception {
        assertThat(api().path("paths").propertyNames())
                .noneMatch(path -> path.contains("actuator") || path.contains("login"));
    }

    @Test
    void a_tag_is_told_of_once() throws Exception {
        var tags = new ArrayList<String>();
        api().path("tags").forEach(tag -> tags.add(tag.path("name").asString("")));

        assertThat(tags).isNotEmpty().doesNotHaveDuplicates();
        assertThat(api().path("tags"))
                .allSatisfy(tag -> assertThat(tag.path("description").asString("")).isNotBlank());
    }

    /** What stands in {@code /v3/api-docs}. */
    protected JsonNode api() throws Exception {
        var body =
                http.perform(get("/v3/api-docs"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8);
        return json.readTree(body);
    }

    /** Names of the parameters of an operation. */
    protected static List<String> parameters(JsonNode operation) {
        var names = new ArrayList<String>();
        operation.path("parameters").forEach(p -> names.add(p.path("name").asString("")));
        return names;
    }

    private static void check(String name, JsonNode operation, List<String> faults) {
        if (operation.path("summary").asString("").isBlank()) {
            faults.add(name + ": no summary");
        }
        if (operation.path("tags").isEmpty()) {
            faults.add(name + ": no tag");
        }
        for (var parameter : operation.path("parameters")) {
            if (parameter.path("description").asString("").isBlank()) {
                faults.add(name + ": parameter " + parameter.path("name") + " without description");
            }
        }
        for (var media : operation.path("requestBody").path("content").properties()) {
            boolean shown =
                    media.getValue().has("example") || media.getKey().startsWith("multipart/");
            if (!shown) {
                faults.add(name + ": no example of what it takes");
            }
        }
        for (var answer : operation.path("responses").properties()) {
            if (answer.getValue().path("description").asString("").isBlank()) {
                faults.add(name + ": " + answer.getKey() + " without description");
            }
            if (answer.getKey().startsWith("2") && !answer.getKey().equals("204")) {
                for (var media : answer.getValue().path("content").properties()) {
                    if (!media.getValue().has("example")) {
                        faults.add(name + ": no example of its answer");
                    }
                }
            }
        }
    }

    private static void compare(JsonNode api, String name, JsonNode media, List<String> faults) {
        if (media.has("example") && media.has("schema")) {
            compare(api, name, media.path("schema"), media.path("example"), faults);
        }
    }

    private static void compare(
            JsonNode api, String at, JsonNode given, JsonNode example, List<String> faults) {
        var schema = resolved(api, given);
        if (example.isNull()) {
            return;
        }
        if (example.isArray()) {
            for (var one : example) {
                compare(api, at + "[]", schema.path("items"), one, faults);
            }
        } else if (example.isObject() && schema.has("properties")) {
            for (var field : example.properties()) {
                var form = schema.path("properties").path(field.getKey());
                if (form.isMissingNode()) {
                    faults.add(at + "." + field.getKey() + ": there is no such field");
                } else {
                    compare(api, at + "." + field.getKey(), form, field.getValue(), faults);
                }
            }
            for (var required : schema.path("required")) {
                if (!example.has(required.asString())) {
                    faults.add(at + "." + required.asString() + ": is wanted");
                }
            }
        } else if (schema.has("enum")) {
            var known = new HashSet<String>();
            schema.path("enum").forEach(value -> known.add(value.asString("")));
            if (!known.contains(example.asString(""))) {
                faults.add(at + ": " + example + " is none of " + known);
            }
        } else if (example.isValueNode() && schema.has("type")) {
            if (!fits(schema.path("type").asString(""), example)) {
                faults.add(at + ": " + example + " is no " + schema.path("type").asString(""));
            }
        }
    }

    private static boolean fits(String type, JsonNode example) {
        return switch (type) {
            case "integer" -> example.isIntegralNumber();
            case "number" -> example.isNumber();
            case "boolean" -> example.isBoolean();
            case "string" -> example.isString();
            default -> Set.of("object", "array").contains(type) == example.isContainer();
        };
    }

    private static JsonNode resolved(JsonNode api, JsonNode schema) {
        var found = schema;
        while (found.has("$ref")) {
            found = api.at(found.path("$ref").asString("").substring(1));
        }
        return found;
    }
}
