package org.kaiyuan.leads;

/**
 * How many leads, and how much they are to invest.
 *
 * @param yuan total investment of those of which it is known, whole yuan
 * @param behind opens the list of exactly these leads
 */
public record FigureCount(long leads, long yuan, LeadQuestion behind) {}
