package org.kaiyuan.platform.rest;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The API's description at {@code /v3/api-docs}: forms come from the controllers, words and examples from
 * each module's {@code api/<word>.yaml}, and what all operations share is added here.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_JSON = "application/problem+json";
    private static final String SECURITY = "oauth2";

    /** What one module says of its operations. */
    private record Words(String tag, Map<String, Object> operations, Map<String, Object> names) {}

    @Bean
    OpenAPI kaiyuanApi() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Kaiyuan 开园")
                                .version("1")
                                .license(new License().name("Apache-2.0"))
                                .description(
                                        """
                                        What a program may do in the name of one zone. It fetches a token at `/oauth2/token` with its \
                                        client credentials and sends it as `Authorization: Bearer`; the zone is the client's, never a \
                                        parameter. What is another zone's answers 404, as what is not there. Refusals are problems \
                                        (RFC 9457) in the language of `Accept-Language`, Chinese by default. Lists are paged: ask again \
                                        with `cursor` set to `next` until it is null. Changes name the version they are based on in \
                                        `If-Match`. A POST with an `Idempotency-Key` is done once within 24 hours.\
                                        """))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        SECURITY,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.OAUTH2)
                                                .flows(
                                                        new OAuthFlows()
                                                                .clientCredentials(
                                                                        new OAuthFlow()
                                                                                .tokenUrl(
                                                                                        "/oauth2/token")
                                                                                .scopes(
                                                                                        new Scopes())))))
                .addSecurityItem(new SecurityRequirement().addList(SECURITY));
    }

    @Bean
    OpenApiCustomizer words() {
        var all = read();
        return api -> {
            for (var words : all) {
                api.addTagsItem(
                        new Tag().name(words.tag()).description(text(words.names(), words.tag())));
            }
            api.getPaths()
                    .forEach((path, item) ->
                            item.readOperationsMap()
                                    .forEach((method, operation) ->
                                            describe(method + " " + path, operation, all)));
            var schemas = api.getComponents().getSchemas();
            schemas.remove("JsonNode"); // the form of a patch is said by its example
            for (var words : all) {
                schemas.forEach((name, schema) -> describe(name, schema, words.names()));
            }
            schemas.put(PROBLEM, problem());
        };
    }

    private static void describe(String name, Operation operation, List<Words> all) {
        operation.setTags(null);
        for (var words : all) {
            if (words.operations().get(name) instanceof Map<?, ?> said) {
                operation.addTagsItem(words.tag());
                operation.setSummary(text(said, "summary"));
                operation.setDescription(text(said, "description"));
                examples(operation, said);
                if (said.get("answers") instanceof Map<?, ?> further) {
                    further(operation.getResponses(), further);
                }
                if (operation.getParameters() != null) {
                    parameters(operation.getParameters(), said);
                    operation.getParameters().stream()
                            .filter(parameter -> parameter.getDescription() == null)
                            .forEach(parameter ->
                                    parameter.setDescription(
                                            text(words.names(), parameter.getName())));
                }
            }
        }
        shared(name, operation);
    }

    /** What is said of the parameters of one operation goes before what is said of their names. */
    private static void parameters(List<Parameter> parameters, Map<?, ?> said) {
        for (var parameter : parameters) {
            if (said.get("parameters") instanceof Map<?, ?> words
                    && words.get(parameter.getName()) != null) {
                parameter.setDescription(text(words, parameter.getName()));
            }
            if (said.get("examples") instanceof Map<?, ?> shown
                    && shown.get(parameter.getName()) != null) {
                parameter.setExample(shown.get(parameter.getName()));
            }
        }
    }

    private static void examples(Operation operation, Map<?, ?> said) {
        var body = operation.getRequestBody();
        var takes = text(said, "takes");
        if (body != null && body.getContent() != null && takes != null) {
            var media = body.getContent().values().iterator().next();
            body.setContent(new Content().addMediaType(takes, media));
        }
        var status = text(said, "status");
        if (status != null && operation.getResponses() != null) {
            var answer = operation.getResponses().remove("200");
            operation
                    .getResponses()
                    .addApiResponse(status, answer == null ? new ApiResponse() : answer);
        }
        if (body != null && body.getContent() != null) {
            var patch = body.getContent().get(MergePatch.MEDIA_TYPE);
            if (patch != null) {
                patch.setSchema(new ObjectSchema().description("Any of the fields that PUT takes"));
            }
        }
        if (body != null && body.getContent() != null && said.get("request") != null) {
            body.getContent().values().forEach(media -> media.setExample(said.get("request")));
        }
        if (said.get("answer") == null || operation.getResponses() == null) {
            return;
        }
        operation
                .getResponses()
                .forEach((code, response) -> {
                    if (code.startsWith("2")) {
                        if (response.getContent() == null) {
                            response.setContent(new Content());
                        }
                        if (response.getContent().isEmpty()) {
                            response.getContent()
                                    .addMediaType(
                                            Objects.requireNonNullElse(
                                                    text(said, "produces"), "application/json"),
                                            new MediaType());
                        }
                        response.getContent()
                                .values()
                                .forEach(media -> media.setExample(said.get("answer")));
                    }
                });
    }

    /** What it answers under another status: in the form of what it answers else, or a refusal, or either. */
    private static void further(ApiResponses answers, Map<?, ?> further) {
        var usual =
                answers.entrySet().stream()
                        .filter(answer -> answer.getKey().startsWith("2"))
                        .map(answer -> answer.getValue().getContent())
                        .filter(Objects::nonNull)
                        .findFirst();
        further.forEach((status, said) -> {
            var answer = (Map<?, ?>) said;
            var content = new Content();
            if (answer.get("answer") != null) {
                usual.ifPresent(like ->
                        like.forEach((type, media) ->
                                content.addMediaType(
                                        type,
                                        new MediaType()
                                                .schema(media.getSchema())
                                                .example(answer.get("answer")))));
            }
            if (status.toString().startsWith("4")) {
                content.addMediaType(PROBLEM_JSON, refused());
            }
            answers.addApiResponse(
                    status.toString(),
                    new ApiResponse().description(text(answer, "description")).content(content));
        });
    }

    /** What every operation of this kind may also ask for and answer. */
    private static void shared(String name, Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        var answers = operation.getResponses();
        refusal(answers, "400", "Not understood: `errors` names the field, where it is one");
        refusal(answers, "401", "No token, or one that is not valid or no longer");
        refusal(answers, "403", "The client may not do that");
        refusal(answers, "429", "Too many requests: `Retry-After` says how many seconds to wait");
        if (name.contains("{")) {
            refusal(answers, "404", "There is no such record, or it is another zone's");
        }
        if (operation.getRequestBody() != null) {
            refusal(answers, "422", "Understood, but refused: `errors` says why, field by field");
        }
        boolean conditional =
                operation.getParameters() != null
                        && operation.getParameters().stream()
                                .anyMatch(p -> "If-Match".equalsIgnoreCase(p.getName()));
        if (conditional) {
            refusal(answers, "412", "Somebody else changed the record since it was read");
            refusal(answers, "428", "The request names no version in `If-Match`");
        }
        if (name.startsWith("POST ")) {
            operation.addParametersItem(
                    new HeaderParameter()
                            .name(IdempotentPosts.HEADER)
                            .required(false)
                            .description(
                                    "1 to 255 visible ASCII characters, such as a UUID: the same request with the same key is"
                                            + " done once within 24 hours and answered alike (header `"
                                            + IdempotentPosts.REPLAYED
                                            + "`)")
                            .schema(
                                    new StringSchema()
                                            .example("5f0c2a52-6f0e-4a3a-9a55-0a8c1d6f6f10")));
            refusal(
                    answers,
                    "409",
                    "In conflict with what is stored, or the same key is still being worked on");
        }
        answers.forEach((status, answer) -> {
            if ("201".equals(status) || "202".equals(status)) {
                answer.addHeaderObject(
                        "Location",
                        new Header()
                                .description("Where it is found from now on")
                                .schema(new StringSchema()));
            }
            if (answer.getDescription() == null || answer.getDescription().isBlank()) {
                answer.setDescription("Done");
            }
        });
    }

    private static void refusal(ApiResponses answers, String status, String description) {
        answers.computeIfAbsent(
                status,
                s ->
                        new ApiResponse()
                                .description(description)
                                .content(new Content().addMediaType(PROBLEM_JSON, refused())));
    }

    private static MediaType refused() {
        return new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
    }

    private static Schema<?> problem() {
        var fault =
                new ObjectSchema()
                        .addProperty("field", new StringSchema().example("creditCode"))
                        .addProperty("message", new StringSchema().example("统一社会信用代码应为 18 位"));
        var rule =
                new ObjectSchema()
                        .addProperty("rule", new StringSchema().example("ENVIRONMENT"))
                        .addProperty("message", new StringSchema().example("环评未通过且无豁免记录,不得开工"))
                        .addProperty(
                                "source",
                                new StringSchema()
                                        .description("Where it is written")
                                        .example("《中华人民共和国环境影响评价法》第二十五条"))
                        .addProperty(
                                "missing",
                                new ArraySchema()
                                        .items(new StringSchema())
                                        .description("Fields that it misses"));
        return new ObjectSchema()
                .description("A refusal (RFC 9457), in the caller's language")
                .addProperty("type", new StringSchema().example("about:blank"))
                .addProperty("title", new StringSchema().example("Unprocessable Content"))
                .addProperty("status", new IntegerSchema().example(422))
                .addProperty(
                        "detail",
                        new StringSchema().description("One sentence for a person, and what to do"))
                .addProperty("instance", new StringSchema())
                .addProperty(
                        "code",
                        new StringSchema()
                                .description("Stable name of the refusal")
                                .example("enterprises.refusal.fields"))
                .addProperty(
                        "errors",
                        new ArraySchema().items(fault).description("What is wrong, field by field"))
                .addProperty(
                        "rules",
                        new ArraySchema().items(rule).description("The rules that refuse"));
    }

    private static void describe(String schemaName, Schema<?> schema, Map<String, Object> names) {
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .forEach((name, property) -> {
                        if (property.getDescription() == null && property.get$ref() == null) {
                            var inner = text(names, schemaName + "." + name);
                            property.setDescription(inner == null ? text(names, name) : inner);
                        }
                    });
        }
    }

    private static List<Words> read() {
        var all = new ArrayList<Words>();
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:api/*.yaml")) {
                try (var content = file.getInputStream()) {
                    Map<String, Object> read = yaml.load(content);
                    all.add(
                            new Words(
                                    String.valueOf(read.get("tag")),
                                    inner(read, "operations"),
                                    inner(read, "names")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The words of the API could not be read", e);
        }
        return all;
    }

    private static Map<String, Object> inner(Map<String, Object> outer, String key) {
        var inner = new LinkedHashMap<String, Object>();
        if (outer.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> inner.put(String.valueOf(name), value));
        }
        return inner;
    }

    private static @Nullable String text(Map<?, ?> from, String key) {
        var value = from.get(key);
        return value == null ? null : value.toString();
    }
}
