/** Places on the globe and the distance between them. A place is text `latitude,longitude` inside a formula. */
import { argument } from '../call.ts';
import type { Table } from '../call.ts';

const EARTH_KM = 6371.009;
const KM_OF_UNIT: Readonly<Record<string, number>> = { km: 1, mi: 1.609344 };

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Great-circle distance by the haversine formula, in kilometres. */
function distance(from: string, to: string): number {
  const [fromLatitude = 0, fromLongitude = 0] = from.split(',').map((part) => radians(Number(part)));
  const [toLatitude = 0, toLongitude = 0] = to.split(',').map((part) => radians(Number(part)));
  const half =
    Math.sin((toLatitude - fromLatitude) / 2) ** 2 +
    Math.cos(fromLatitude) * Math.cos(toLatitude) * Math.sin((toLongitude - fromLongitude) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

export const PLACE_FUNCTIONS: Table = {
  GEOLOCATION: {
    minimum: 2,
    maximum: 2,
    compile(call) {
      const latitude = argument(call, 0, 'number');
      const longitude = argument(call, 1, 'number');
      return {
        type: 'location',
        run(env) {
          const values = [latitude.run(env), longitude.run(env)];
          return values.includes(null) ? null : values.join(',');
        },
      };
    },
  },
  DISTANCE: {
    minimum: 3,
    maximum: 3,
    compile(call) {
      const from = argument(call, 0, 'location');
      const to = argument(call, 1, 'location');
      const unit = argument(call, 2, 'text');
      return {
        type: 'number',
        run(env) {
          const places = [from.run(env), to.run(env)];
          const kilometres = KM_OF_UNIT[String(unit.run(env))];
          if (places.includes(null) || kilometres === undefined) return null;
          return distance(String(places[0]), String(places[1])) / kilometres;
        },
      };
    },
  },
};
