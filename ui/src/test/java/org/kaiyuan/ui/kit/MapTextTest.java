package org.kaiyuan.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import tools.jackson.databind.json.JsonMapper;

class MapTextTest {
    private static final GeometryFactory SHAPES = new GeometryFactory();

    /** A map keeps one of those that bear the same id. */
    @Test
    void pieces_that_nobody_points_at_bear_no_id() {
        var text = MapText.of(Stream.of(piece("", 0), piece("", 1), piece("a", 2)));

        var features = new JsonMapper().readTree(text).get("features");
        assertThat(features).hasSize(3);
        assertThat(features.get(0).has("id")).isFalse();
        assertThat(features.get(1).has("id")).isFalse();
        assertThat(features.get(2).get("id").asString()).isEqualTo("a");
    }

    @Test
    void a_point_is_written_to_a_tenth_of_a_millimetre() {
        var text = MapText.of(Stream.of(piece("a", 104.123456789)));

        assertThat(text).contains("104.123456789");
    }

    private static GroundMap.Piece piece(String id, double west) {
        return new GroundMap.Piece(
                id, "kind", "", "", false, SHAPES.toGeometry(new Envelope(west, west + 1, 0, 1)));
    }
}
