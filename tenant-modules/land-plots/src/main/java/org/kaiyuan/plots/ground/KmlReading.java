package org.kaiyuan.plots.ground;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Placemarks of a KML file. Documents with a DOCTYPE are refused, and nothing outside of them is looked up. */
final class KmlReading {
    private static final Set<String> NO_GROUND =
            Set.of("Point", "LineString", "Model", "Track", "MultiTrack");
    private static final int DEPTH = 100;

    private final FileText file;
    private final Findings findings;
    private @Nullable Draft placemark;
    private Unreadable.@Nullable Plot broken;
    private String other = "";
    private List<RawRing> rings = new ArrayList<>();
    private boolean inPolygon;
    private boolean inner;
    private boolean outerSeen;
    private String key = "";
    private int depth;

    KmlReading(FileText file, ReadingOptions options) {
        this.file = file;
        findings = new Findings(options);
    }

    GroundReading read() throws Unreadable.File {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("Nothing outside is looked up");
        });
        try {
            var xml = factory.createXMLStreamReader(new StringReader(file.text().stripLeading()));
            boolean root = true;
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                            throw new Unreadable.File("kmlDoctype");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (root && !xml.getLocalName().equals("kml")) {
                            throw new Unreadable.File("unknownFormat");
                        }
                        root = false;
                        begin(xml);
                    }
                    case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName());
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            var where = e.getLocation();
            throw new Unreadable.File(
                    where == null ? 0 : Math.max(0, where.getLineNumber()), "kmlBroken");
        }
        return findings.reading(GroundFormat.KML, file.charset());
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException, Unreadable.File {
        if (++depth > DEPTH) {
            throw new Unreadable.File(xml.getLocation().getLineNumber(), "kmlBroken");
        }
        var element = xml.getLocalName();
        var draft = placemark;
        if (draft == null) {
            if (element.equals("Placemark")) {
                placemark = findings.draft(xml.getLocation().getLineNumber());
                broken = null;
                other = "";
            }
            return;
        }
        try {
            switch (element) {
                case "name" -> draft.name = text(xml);
                case "description" -> draft.attribute("description", text(xml));
                case "Data" -> key = named(xml);
                case "value" -> draft.attribute(key, text(xml));
                case "SimpleData" -> draft.attribute(named(xml), text(xml));
                case "Polygon" -> {
                    rings = new ArrayList<>();
                    inPolygon = true;
                    inner = false;
                    outerSeen = false;
                }
                case "outerBoundaryIs" -> inner = false;
                case "innerBoundaryIs" -> inner = true;
                case "coordinates" -> coordinates(draft, xml);
                default -> other = NO_GROUND.contains(element) ? element : other;
            }
        } catch (Unreadable.Plot unreadable) {
            broken = broken == null ? unreadable : broken;
        }
    }

    /** Reading the text also passes the end of its element. */
    private String text(XMLStreamReader xml) throws XMLStreamException {
        depth--;
        return xml.getElementText().strip();
    }

    private static String named(XMLStreamReader xml) {
        var name = xml.getAttributeValue(null, "name");
        return name == null ? "" : name.strip();
    }

    private void coordinates(Draft draft, XMLStreamReader xml)
            throws XMLStreamException, Unreadable.Plot, Unreadable.File {
        int line = xml.getLocation().getLineNumber();
        var text = text(xml);
        if (!inPolygon) {
            return;
        }
        var ring = new RawRing();
        for (var tuple : text.split("\\s+")) {
            if (tuple.isEmpty()) {
                continue;
            }
            findings.count(1);
            var numbers = tuple.split(",", -1);
            double east = PlainNumber.coordinate(numbers[0]);
            double north = numbers.length > 1 ? PlainNumber.coordinate(numbers[1]) : Double.NaN;
            if (Double.isNaN(east) || Double.isNaN(north)) {
                throw new Unreadable.Plot(line, draft.label(), "pointNumber", tuple);
            }
            ring.add(east, north, line);
        }
        if (ring.size() == 0) {
            throw new Unreadable.Plot(line, draft.label(), "ringShort");
        }
        if (inner) {
            rings.add(ring);
        } else {
            rings.add(0, ring);
            outerSeen = true;
        }
    }

    private void end(String element) {
        depth--;
        var draft = placemark;
        if (draft == null) {
            return;
        }
        if (element.equals("Polygon")) {
            inPolygon = false;
            if (outerSeen) {
                draft.polygon(rings);
            } else if (broken == null) {
                broken = new Unreadable.Plot(draft.line, draft.label(), "noRings");
            }
        } else if (element.equals("Placemark")) {
            placemark = null;
            record(draft);
        }
    }

    private void record(Draft draft) {
        try {
            var fault = broken;
            if (fault != null) {
                throw fault;
            }
            if (draft.rings.isEmpty() && !other.isEmpty()) {
                throw new Unreadable.Plot(draft.line, draft.label(), "notGround", other);
            }
            findings.record(
                    draft.record(Placement.Declared.crs(Crs.GEOGRAPHIC), findings.options, null));
        } catch (Unreadable.Plot unreadable) {
            findings.fault(unreadable);
        }
    }
}
