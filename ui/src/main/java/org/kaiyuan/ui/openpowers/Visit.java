package org.kaiyuan.ui.openpowers;

import java.time.LocalDate;
import org.kaiyuan.delegation.ShownZone;

/**
 * Somebody looks at what a zone shows.
 *
 * @param today what is in force depends on it
 * @param services whether the zone's services are public too
 */
record Visit(ShownZone zone, Words words, Address address, LocalDate today, boolean services) {}
