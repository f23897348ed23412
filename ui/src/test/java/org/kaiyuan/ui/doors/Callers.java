package org.kaiyuan.ui.doors;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.testing.TestServers;
import org.kaiyuan.testing.Zones;
import org.springframework.security.crypto.password.PasswordEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Programs that may just this much, whatever a zone could really give them; they speak real HTTP. */
final class Callers {
    private static final String SECRET = "a-secret-of-the-matrix";

    private final String base;
    private final JsonNode api;
    private final HttpClient http = HttpClient.newHttpClient();

    Callers(int port) throws Exception {
        base = "http://127.0.0.1:" + port;
        api =
                JsonMapper.shared()
                        .readTree(
                                http.send(
                                                HttpRequest.newBuilder(
                                                                URI.create(base + "/v3/api-docs"))
                                                        .build(),
                                                BodyHandlers.ofString())
                                        .body());
    }

    /**
     * Registers a program as the database's owner, because no administrator could give it all of this.
     *
     * @return its id
     */
    String client(
            TestServers servers,
            Zones zones,
            PasswordEncoder passwords,
            String zone,
            Set<String> permissions,
            String... networks)
            throws Exception {
        var client = "m" + UUID.randomUUID();
        long tenant = zones.zone(zone).value();
        try (Connection owner = servers.asOwner()) {
            owner.createStatement().execute("set app.tenant_id = '" + tenant + "'");
            try (var insert =
                    owner.prepareStatement(
                            "insert into access.api_client (client_id, zone, name, secret_hash, scopes, addresses)"
                                    + " values (?, ?, '矩阵', ?, ?, ?)")) {
                insert.setString(1, client);
                insert.setLong(2, tenant);
                insert.setString(3, passwords.encode(SECRET));
                insert.setArray(4, owner.createArrayOf("text", permissions.toArray()));
                insert.setArray(5, owner.createArrayOf("text", networks));
                insert.executeUpdate();
            }
        }
        return client;
    }

    /** The token of a new program that may just this. */
    String token(
            TestServers servers,
            Zones zones,
            PasswordEncoder passwords,
            String zone,
            Set<String> permissions)
            throws Exception {
        var client = client(servers, zones, passwords, zone, permissions);
        return JsonPath.read(ask(client, "127.0.0.1").body(), "$.access_token");
    }

    /** @param from what stands in X-Forwarded-For */
    HttpResponse<String> ask(String client, String from) throws Exception {
        var pair = (client + ":" + SECRET).getBytes(StandardCharsets.UTF_8);
        return http.send(
                HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(pair))
                        .header("X-Forwarded-For", from)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
    }

    /** What may stand in its query. */
    List<String> parameters(Endpoint endpoint) {
        var names = new ArrayList<String>();
        for (var parameter : operation(endpoint).path("parameters")) {
            if ("query".equals(parameter.path("in").asString(""))) {
                names.add(parameter.path("name").asString(""));
            }
        }
        return names;
    }

    /**
     * Asks as the API's description shows it: its example as the body, something for each parameter that is
     * wanted.
     *
     * @param token empty for nobody
     * @param id put into the first place of the path that wants one
     */
    HttpResponse<String> call(Endpoint endpoint, String token, UUID id) throws Exception {
        return call(endpoint, token, id, Map.of());
    }

    /** @param inner ids that follow the first one in the path, by how they are called there */
    HttpResponse<String> callInner(
            Endpoint endpoint, String token, UUID id, Map<String, UUID> inner) throws Exception {
        var request = request(endpoint, token, id, Map.of(), inner);
        return http.send(withBody(request, endpoint, operation(endpoint)), BodyHandlers.ofString());
    }

    /** @param query what stands in the query besides, or instead */
    HttpResponse<String> call(Endpoint endpoint, String token, UUID id, Map<String, String> query)
            throws Exception {
        var request = request(endpoint, token, id, query);
        return http.send(withBody(request, endpoint, operation(endpoint)), BodyHandlers.ofString());
    }

    /**
     * As the description shows it, but for one field more.
     *
     * @return null when it takes no JSON
     */
    @Nullable HttpResponse<String> callWith(
            Endpoint endpoint, String token, UUID id, String field, long value) throws Exception {
        for (var body : operation(endpoint).path("requestBody").path("content").properties()) {
            if (body.getKey().contains("json")
                    && body.getValue().path("example") instanceof ObjectNode shown) {
                var more = shown.deepCopy();
                more.put(field, value);
                var request =
                        request(endpoint, token, id, Map.of())
                                .header("Content-Type", body.getKey());
                return http.send(
                        request.method(endpoint.method(), BodyPublishers.ofString(more.toString()))
                                .build(),
                        BodyHandlers.ofString());
            }
        }
        return null;
    }

    private HttpRequest.Builder request(
            Endpoint endpoint, String token, UUID id, Map<String, String> query) {
        return request(endpoint, token, id, query, Map.of());
    }

    private HttpRequest.Builder request(
            Endpoint endpoint,
            String token,
            UUID id,
            Map<String, String> query,
            Map<String, UUID> inner) {
        var wanted = endpoint.path();
        for (var parameter : operation(endpoint).path("parameters")) {
            var called = "{" + parameter.path("name").asString("") + "}";
            boolean numbered =
                    "integer".equals(parameter.path("schema").path("type").asString(""))
                            && parameter.has("example");
            if (numbered || parameter.path("schema").has("enum")) {
                wanted = wanted.replace(called, value(parameter));
            } else if (inner.containsKey(called)) {
                wanted = wanted.replace(called, inner.get(called).toString());
            }
        }
        var path = new StringBuilder(wanted.replaceFirst("\\{[^}]+}", id.toString()));
        int open;
        while ((open = path.indexOf("{")) >= 0) {
            path.replace(open, path.indexOf("}") + 1, new UUID(0, 7).toString());
        }
        var parameters = new TreeMap<String, String>();
        for (var parameter : operation(endpoint).path("parameters")) {
            if ("query".equals(parameter.path("in").asString(""))
                    && parameter.path("required").asBoolean(false)) {
                parameters.put(parameter.path("name").asString(""), value(parameter));
            }
        }
        parameters.putAll(query);
        var separator = '?';
        for (var parameter : parameters.entrySet()) {
            path.append(separator)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("If-Match", "\"0\"");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private JsonNode operation(Endpoint endpoint) {
        return api.path("paths")
                .path(endpoint.path())
                .path(endpoint.method().toLowerCase(java.util.Locale.ROOT));
    }

    private static HttpRequest withBody(
            HttpRequest.Builder request, Endpoint endpoint, JsonNode operation) {
        var content = operation.path("requestBody").path("content").properties().iterator();
        if (!content.hasNext()) {
            return request.method(endpoint.method(), BodyPublishers.noBody()).build();
        }
        var body = content.next();
        if (body.getKey().startsWith("multipart/")) {
            return request.header("Content-Type", "multipart/form-data; boundary=matrix")
                    .method(
                            endpoint.method(),
                            BodyPublishers.ofString(
                                    "--matrix\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                                            + "Content-Type: text/csv\r\n\r\n企业名称\n矩阵有限公司\n\r\n--matrix--\r\n"))
                    .build();
        }
        return request.header("Content-Type", body.getKey())
                .method(
                        endpoint.method(),
                        BodyPublishers.ofString(body.getValue().path("example").toString()))
                .build();
    }

    private static String value(JsonNode parameter) {
        var schema = parameter.path("schema");
        if (parameter.has("example")) {
            return parameter.path("example").asString("");
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0).asString("");
        }
        if ("date".equals(schema.path("format").asString(""))) {
            return "2026-01-05";
        }
        return "integer".equals(schema.path("type").asString("")) ? "5" : "华创";
    }
}
