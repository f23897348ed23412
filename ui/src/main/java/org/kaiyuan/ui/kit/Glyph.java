package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;

/** Small line drawings in the colour of the text around them; they carry no meaning of their own. */
@Tag("span")
public final class Glyph extends Component implements HasStyle {
    /** The drawings, on a grid of 24 × 24. */
    public enum Of {
        BUILDING(
                "<path d='M4 21V5l9-2v18M13 8h7v13M3 21h18M7.5 8h2M7.5 12h2M7.5 16h2M16.5 12h.01M16.5 16h.01'/>"),
        IMPORT("<path d='M12 3v12m0 0-4.5-4.5M12 15l4.5-4.5M4 17v3h16v-3'/>"),
        EXPORT("<path d='M12 15V3m0 0L7.5 7.5M12 3l4.5 4.5M4 17v3h16v-3'/>"),
        REBUILD("<path d='M20 12a8 8 0 1 1-2.3-5.6M20 3v4h-4'/>"),
        SEARCH("<circle cx='11' cy='11' r='6.5'/><path d='m16 16 4.5 4.5'/>"),
        BELL("<path d='M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4'/>"),
        GLOBE(
                "<circle cx='12' cy='12' r='8.5'/><path d='M3.5 12h17M12 3.5c5 5 5 12 0 17-5-5-5-12 0-17z'/>"),
        SUN(
                "<circle cx='12' cy='12' r='4'/><path d='M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M18.7 5.3l-1.4 1.4M6.7 17.3l-1.4 1.4'/>"),
        MOON("<path d='M20 14.5A8.5 8.5 0 1 1 9.5 4 6.8 6.8 0 0 0 20 14.5z'/>"),
        PERSON(
                "<circle cx='12' cy='8' r='4'/><path d='M4.5 20.5c1-4 4-5.5 7.5-5.5s6.500 1.500 7.500 5.500'/>"),
        EXIT("<path d='M14 4H5v16h9M10 12h11m0 0-3.500-3.500M21 12l-3.500 3.500'/>"),
        PLUS("<path d='M12 5v14M5 12h14'/>"),
        CLOSE("<path d='m6 6 12 12M18 6 6 18'/>"),
        EDIT("<path d='m4 20 1-4.500L16.500 4l3.500 3.500L8.500 19z'/>"),
        TRASH("<path d='M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5'/>"),
        MERGE("<path d='M6 3v4c0 5 6 4 6 9v5M18 3v4c0 5-6 4-6 9'/>"),
        EYE(
                "<path d='M2.500 12C5 7.500 8.500 5.500 12 5.500S19 7.500 21.500 12C19 16.500 15.500 18.500 12 18.500S5 16.500 2.500 12z'/><circle cx='12' cy='12' r='2.800'/>"),
        TAG("<path d='M3.500 12.500V4h8.500l8.500 8.500-8.500 8.500z'/><path d='M8 8h.01'/>"),
        COLUMNS("<path d='M4 5h16v14H4zM9.500 5v14M15 5v14'/>"),
        BOOKMARK("<path d='M6.500 4h11v16.500L12 16.500l-5.500 4z'/>"),
        FILTER("<path d='M4 6h16M7 12h10M10 18h4'/>"),
        CHECK("<path d='m5 12.500 4.500 4.500L19 7.500'/>"),
        WARNING("<path d='M12 4 2.500 20h19zM12 10v4.500M12 17.500h.01'/>"),
        FILE("<path d='M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6'/>"),
        CALENDAR("<path d='M4 6h16v14H4zM4 10.500h16M8 3.500V7M16 3.500V7'/>"),
        CLIP(
                "<path d='m20 11-8 8a5 5 0 0 1-7-7l8.500-8.500a3.300 3.300 0 0 1 4.700 4.700L9.700 16.700a1.700 1.700 0 0 1-2.400-2.400L15 6.500'/>"),
        CLOCK("<circle cx='12' cy='12' r='8.500'/><path d='M12 7v5.500l3.500 2'/>"),
        NOTE("<path d='M4 5h16v11H11l-4 4v-4H4z'/>"),
        BACK("<path d='M14.500 5 8 12l6.500 7'/>"),
        WIDEN("<path d='M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7'/>"),
        MORE(
                "<g fill='currentColor' stroke='none'><circle cx='5' cy='12' r='2'/><circle cx='12' cy='12' r='2'/><circle cx='19' cy='12' r='2'/></g>"),
        MAP("<path d='m3.500 6 5.500-2 6 2 5.500-2v14l-5.500 2-6-2-5.500 2zM9 4v14M15 6v14'/>"),
        LAYERS(
                "<path d='m12 4 8.500 4.500L12 13 3.500 8.500zM3.500 12.500 12 17l8.500-4.500M3.500 16 12 20.500 20.500 16'/>"),
        STAR(
                "<path d='m12 3.500 2.600 5.500 6 .800-4.400 4.200 1.100 6-5.300-3-5.300 3 1.100-6L3.400 9.800l6-.800z'/>");

        private final String paths;

        Of(String paths) {
            this.paths = paths;
        }
    }

    public Glyph(Of drawing) {
        addClassName("glyph");
        getElement().setAttribute("aria-hidden", "true");
        getElement()
                .setProperty(
                        "innerHTML",
                        "<svg viewBox='0 0 24 24' fill='none' stroke='currentColor' stroke-width='1.7'"
                                + " stroke-linecap='round' stroke-linejoin='round'>"
                                + drawing.paths
                                + "</svg>");
    }

    /** In the prefix slot of a navigation item, a field or a button. */
    public Glyph inPrefix() {
        getElement().setAttribute("slot", "prefix");
        return this;
    }
}
