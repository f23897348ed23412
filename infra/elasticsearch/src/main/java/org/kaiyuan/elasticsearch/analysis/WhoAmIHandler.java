package org.kaiyuan.elasticsearch.analysis;

import java.util.List;
import java.util.function.Supplier;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;

/** Answers {@code GET /}, which clients ask first; on a stock node a module does that is not on Maven Central. */
class WhoAmIHandler extends BaseRestHandler {
    private final Supplier<DiscoveryNodes> nodes;

    WhoAmIHandler(Supplier<DiscoveryNodes> nodes) {
        this.nodes = nodes;
    }

    @Override
    public String getName() {
        return "kaiyuan_who_am_i";
    }

    @Override
    public List<Route> routes() {
        return List.of(
                new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
    }

    @Override
    protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
        return channel -> {
            try (var json = channel.newBuilder()) {
                json.startObject();
                json.field("name", nodes.get().getLocalNode().getName());
                json.field("cluster_name", "kaiyuan-embedded");
                json.startObject("version");
                json.field("number", Build.current().version());
                json.field("build_flavor", "default");
                json.field("lucene_version", org.apache.lucene.util.Version.LATEST.toString());
                json.endObject();
                json.field("tagline", "You Know, for Search");
                json.endObject();
                channel.sendResponse(new RestResponse(RestStatus.OK, json));
            }
        };
    }
}
