package org.kaiyuan.plots.ground;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.locationtech.jts.geom.LinearRing;

/** KML 2.2: a Placemark for each record, its words as ExtendedData. */
final class KmlWriting {
    private KmlWriting() {}

    static byte[] write(List<GroundRecord> records) {
        var out = new ByteArrayOutputStream();
        try {
            var xml =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("kml");
            xml.writeDefaultNamespace("http://www.opengis.net/kml/2.2");
            xml.writeStartElement("Document");
            for (var record : records) {
                xml.writeCharacters("\n");
                placemark(record, xml);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Bytes in memory could not be written", e);
        }
        return out.toByteArray();
    }

    private static void placemark(GroundRecord record, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement("Placemark");
        element("name", record.name(), xml);
        xml.writeStartElement("ExtendedData");
        for (var property : GroundWriter.properties(record).entrySet()) {
            xml.writeStartElement("Data");
            xml.writeAttribute("name", legal(property.getKey()));
            element("value", property.getValue(), xml);
            xml.writeEndElement();
        }
        xml.writeEndElement();
        var polygons =
                Ground.polygons(Ground.normalised(record.shape().in(Crs.GEOGRAPHIC)).geometry());
        if (polygons.size() > 1) {
            xml.writeStartElement("MultiGeometry");
        }
        for (var polygon : polygons) {
            xml.writeStartElement("Polygon");
            var rings = GroundWriter.rings(polygon);
            for (int i = 0; i < rings.size(); i++) {
                xml.writeStartElement(i == 0 ? "outerBoundaryIs" : "innerBoundaryIs");
                xml.writeStartElement("LinearRing");
                element("coordinates", coordinates(Rings.turned(rings.get(i), i == 0)), xml);
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndElement();
        }
        if (polygons.size() > 1) {
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String coordinates(LinearRing ring) {
        return Stream.of(ring.getCoordinates())
                .map(point ->
                        GroundWriter.east(point, Crs.GEOGRAPHIC)
                                + ","
                                + GroundWriter.north(point, Crs.GEOGRAPHIC))
                .collect(Collectors.joining(" "));
    }

    private static void element(String name, String text, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    /** XML has no place for control characters. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c ->
                        c == '\t'
                                || c == '\n'
                                || c >= 0x20 && c <= 0xd7ff
                                || c >= 0xe000 && c <= 0xfffd
                                || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
