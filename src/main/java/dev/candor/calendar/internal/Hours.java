package dev.candor.calendar.internal;

import java.time.LocalTime;

/** From when to when a desk works on a day, by its own clocks. */
record Hours(LocalTime opens, LocalTime closes) {}
