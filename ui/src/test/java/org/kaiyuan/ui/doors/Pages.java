package org.kaiyuan.ui.doors;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a page shows, asked for as its script does, but without a browser and so without its manners. */
final class Pages {
    private static final Pattern KEY = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"");
    private static final Pattern UI = Pattern.compile("\"v-uiId\":(\\d+)");

    private Pages() {}

    /** All that the server tells a browser that goes to this route. */
    static String open(Visitor visitor, String route) throws IOException, InterruptedException {
        var location = URLEncoder.encode(route, StandardCharsets.UTF_8);
        var begun = visitor.get("/?v-r=init&location=" + location + "&query=").body();
        var rpc =
                """
                {"csrfToken": "%s", "syncId": 0, "clientId": 0, "rpc": [
                  {"type": "event", "node": 1, "event": "ui-navigate", "data": {
                    "route": "%s", "query": "", "appShellTitle": "", "historyState": {"idx": 0}, "trigger": ""}}]}\
                """
                        .formatted(found(KEY, begun), route);
        return visitor.send(
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/json; charset=UTF-8")
                                .POST(BodyPublishers.ofString(rpc)),
                        "/?v-r=uidl&v-uiId=" + found(UI, begun))
                .body();
    }

    private static String found(Pattern pattern, String in) {
        var found = pattern.matcher(in);
        if (!found.find()) {
            throw new IllegalStateException("No " + pattern + " in " + in);
        }
        return found.group(1);
    }
}
